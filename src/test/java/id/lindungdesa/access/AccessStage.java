package id.lindungdesa.access;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;

/** Cast and story, told once for all classes that ask about them. */
record AccessStage(Cast cast, OneOfEach story, TaskDoors doors) {

    private static AccessStage told;
    private static Throwable failure;

    static synchronized AccessStage in(ApplicationContext context) {
        if (failure != null) {
            throw new AssertionError("the story failed before", failure);
        }
        if (told == null) {
            failure = new AssertionError("not told to its end");
            Cast cast = new Cast(context, context.getBean(TestRestTemplate.class).getRootUri());
            TaskDoors doors = new TaskDoors(cast, context.getBean(TaskService.class), Matrix.read().table("Tasks"));
            OneOfEach story = new OneOfEach(context, cast, doors);
            story.tell();
            told = new AccessStage(cast, story, doors);
            failure = null;
        }
        return told;
    }

    /** The same story for another eye, in a build's JVM where nobody has told it yet: its places are there once. */
    static synchronized OneOfEach tellTo(OneOfEach.Visitor visitor, ApplicationContext context, Cast cast) {
        assumeTrue(told == null, "the story was told in this JVM already; the whole build tells it in two");
        failure = new AssertionError("told to another eye");
        OneOfEach story = new OneOfEach(context, cast, visitor);
        story.tell();
        return story;
    }
}

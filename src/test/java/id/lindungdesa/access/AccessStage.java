package id.lindungdesa.access;

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
}

package id.lindungdesa.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives the engine one of ours where it asks for that part of itself. */
record InsteadOf(Class<?> part, Supplier<? extends Session> ours) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return part;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}

package id.lindungdesa.workflow;

import id.lindungdesa.calendar.ApplicationClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's timers and due dates go by the application's clock, wherever it has travelled. */
@Component
class EngineClock {

    EngineClock(ApplicationClock clock) {
        clock.onTravel(offset -> ClockUtil.offset(offset.toMillis()));
    }
}

package id.lindungdesa.calendar;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Where the calendar's facts come from. The next year's joint decree appears in autumn, so the file can be replaced
 * without a new build; whether the insurer and the bank follow collective leave is their own decision, hence a setting.
 */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    ApplicationClock clock() {
        return new ApplicationClock(Clock.systemUTC());
    }

    /**
     * @param file {@code lindungdesa.calendar.holidays}, a resource location
     * @param openOnCollectiveLeave {@code lindungdesa.calendar.open-on-collective-leave}, for example {@code BPJS,BANK};
     *     nobody by default
     */
    @Bean
    WorkingDays workingDays(@Value("${lindungdesa.calendar.holidays:classpath:holidays.csv}") Resource file,
            @Value("${lindungdesa.calendar.open-on-collective-leave:}") Set<OfficeCalendar> openOnCollectiveLeave) {
        return new WorkingDays(Holidays.read(file), openOnCollectiveLeave);
    }
}

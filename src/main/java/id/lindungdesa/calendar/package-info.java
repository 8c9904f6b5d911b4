/**
 * Time as the law counts it: working days of each kind of office, clock hours, and the ends of days in Jakarta time. The
 * national holidays and the collective leave of each year are data, announced by a joint decree of three ministers. The
 * application's clock lives here too, so that a demo can play a year in an hour.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Calendar", allowedDependencies = {"refusal"})
package id.lindungdesa.calendar;

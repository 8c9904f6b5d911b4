package id.lindungdesa.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint: whoever holds one of these roles, wherever; without roles every official, which machines and
 * administrators are not. Asked before anything of the request is read. Whether it is his area is asked where the case is
 * known. An endpoint without this is for every holder of an office.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    Role[] value() default {};
}

package id.lindungdesa.workflow;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What several forms hold, as {@code forms/parts/heir.html}, stands in a form where it says {@code <!-- part heir -->}. */
public final class FormParts {

    private static final Pattern PLACE = Pattern.compile("<!-- part ([\\w-]+) -->");

    /**
     * @param part the text of the part of that name; fails where there is none
     * @return the form as the browser gets it
     */
    public static String whole(String form, UnaryOperator<String> part) {
        return PLACE.matcher(form).replaceAll(place -> Matcher.quoteReplacement(part.apply(place.group(1))));
    }

    private FormParts() {}
}

package id.lindungdesa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An embedded form as a list of its tags, and what it binds to which variable. */
final class FormPage {

    private static final Pattern TAG = Pattern.compile(
            "<([a-zA-Z][\\w-]*)((?:\\s+[^\\s=>/]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=>/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");

    final String text;
    final List<Tag> tags = new ArrayList<>();

    record Tag(String name, Map<String, String> attributes, int end) {

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean is(String cssClass) {
            return List.of(get("class").split("\\s+")).contains(cssClass);
        }

        @Override
        public String toString() {
            return "<%s%s>".formatted(name, attributes.containsKey("id") ? " id=\"" + get("id") + '"' : "");
        }
    }

    FormPage(String html) {
        text = html.replaceAll("(?s)<!--.*?-->", "");
        Matcher matcher = TAG.matcher(text);
        while (matcher.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(matcher.group(2));
            while (attribute.find()) {
                String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
                attributes.put(attribute.group(1).toLowerCase(), value == null ? "" : value);
            }
            tags.add(new Tag(matcher.group(1).toLowerCase(), attributes, matcher.end()));
        }
    }

    List<Tag> named(String... names) {
        return tags.stream().filter(tag -> List.of(names).contains(tag.name())).toList();
    }

    List<Tag> ofClass(String cssClass) {
        return tags.stream().filter(tag -> tag.is(cssClass)).toList();
    }

    /** The variables the page sets, name to type: bound inputs, uploads and ids of what it posts before. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Tag tag : tags) {
            if (tag.attributes().containsKey("cam-variable-name")) {
                variables.put(tag.get("cam-variable-name"), tag.get("cam-variable-type"));
            }
            for (String attribute : List.of("data-variable", "data-result-variable")) {
                if (tag.attributes().containsKey(attribute)) {
                    variables.put(tag.get(attribute), "String");
                }
            }
        }
        return variables;
    }

    /** The text from a tag to the next one. */
    String textAfter(Tag tag) {
        int next = text.indexOf('<', tag.end());
        return text.substring(tag.end(), next < 0 ? text.length() : next).trim();
    }

    /** What an official reads. */
    String visibleText() {
        return text.replaceAll("(?s)<script.*?</script>", " ").replaceAll("<[^>]*>", " ");
    }
}

package id.lindungdesa;

import static java.util.stream.Collectors.toSet;

import id.lindungdesa.FormPage.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for every form by itself; that its fields are the declared ones is a rule of the models. */
final class FormRules {

    private static final Set<String> ENGLISH = Set.of("the", "and", "please", "submit", "approve", "reject", "amount",
            "village", "worker", "required", "yes", "request", "sign", "claim", "payment");

    interface Rule {
        List<String> faults(String name, FormPage page);
    }

    static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("a form is an ld-form named like its file, and hands itself to the shared script", FormRules::frame);
        rules.put("every input has its label, every id is its own", FormRules::labels);
        rules.put("fields are grouped under a legend, and the form says what happens next and, where a case begins, on which law", FormRules::words);
        rules.put("inputs say the type of what they bind", FormRules::types);
        rules.put("uploads and conditions name what exists", FormRules::references);
        rules.put("a form holds nothing that the page's policy blocks", FormRules::policy);
        return rules;
    }

    private static List<String> frame(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        List<Tag> forms = page.named("form");
        if (forms.size() != 1 || !forms.get(0).is("ld-form") || !forms.get(0).get("role").equals("form")) {
            faults.add("is not one <form role=\"form\" class=\"ld-form\">");
        } else if (!forms.get(0).get("name").equals(camel(name.replace(".html", "")))) {
            faults.add("the form's name is not " + camel(name.replace(".html", "")));
        }
        if (!page.text.contains("window.LindungDesa.form(camForm, $scope)") || page.named("script").size() != 1
                || !page.named("script").get(0).attributes().containsKey("cam-script")) {
            faults.add("does not end with the one cam-script that calls window.LindungDesa.form(camForm, $scope)");
        }
        return faults;
    }

    private static List<String> labels(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        Set<String> labelled = page.named("label").stream().filter(label -> !page.textAfter(label).isBlank())
                .map(label -> label.get("for")).collect(toSet());
        inputs(page).stream().filter(input -> input.get("id").isEmpty() || !labelled.contains(input.get("id")))
                .forEach(input -> faults.add(input + " has no <label for> with a text"));
        Set<String> seen = new HashSet<>();
        page.tags.stream().map(tag -> tag.get("id")).filter(id -> !id.isEmpty() && !seen.add(id))
                .forEach(id -> faults.add("the id " + id + " stands twice"));
        return faults;
    }

    private static List<String> words(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        if (page.named("legend").stream().noneMatch(legend -> !page.textAfter(legend).isBlank())) {
            faults.add("has no <legend>");
        }
        if (name.startsWith("start-") && page.ofClass("ld-sheet").stream().allMatch(head -> head.get("data-legal-basis").isBlank())) {
            faults.add("begins a case without its legal basis: <div class=\"ld-sheet\" data-legal-basis=\"…\">");
        }
        if (page.ofClass("ld-next").stream().noneMatch(next -> !page.textAfter(next).isBlank())) {
            faults.add("does not say what happens next (ld-next)");
        }
        if (inEnglish(page.visibleText())) {
            faults.add("has words in English: " + englishIn(page.visibleText()));
        }
        return faults;
    }

    private static List<String> types(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        for (Tag input : inputs(page)) {
            if (input.attributes().containsKey("cam-variable-name") && !ModelRules.TYPES.containsKey(input.get("cam-variable-type"))) {
                faults.add(input + " has no known cam-variable-type");
            }
            if (input.name().equals("select") && input.get("cam-variable-type").equals("Boolean")) {
                Set<String> values = optionsOf(page, input);
                if (!values.equals(Set.of("true", "false")) && !values.equals(Set.of("true", "false", ""))) {
                    faults.add(input + " is Boolean but offers " + values);
                }
            }
        }
        return faults;
    }

    private static Set<String> optionsOf(FormPage page, Tag select) {
        int end = page.text.indexOf("</select>", select.end());
        return page.named("option").stream().filter(option -> option.end() > select.end() && option.end() <= end)
                .map(option -> option.get("value")).collect(toSet());
    }

    private static List<String> references(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>(page.variables().keySet());
        page.tags.forEach(tag -> known.add(tag.get("data-json")));
        Set<String> lists = page.ofClass("ld-list").stream().map(list -> list.get("data-list")).collect(toSet());
        for (Tag tag : page.tags) {
            String row = tag.get("data-json");
            if (row.contains("[]") && page.ofClass("ld-rows").isEmpty() && !lists.contains(row.substring(0, row.indexOf('[')))) {
                faults.add(tag + " is in no ld-list of its name: " + row);
            }
            if (tag.is("ld-list") && (tag.get("data-name").isBlank() || known.stream().noneMatch(field -> field.startsWith(tag.get("data-list") + "[]")))) {
                faults.add(tag + " needs a data-name, and inputs of its data-list: " + tag.get("data-list"));
            }
            String condition = tag.get("data-required-when");
            if (!condition.isEmpty() && !known.contains(condition.split("=")[0])) {
                faults.add(tag + " depends on an unknown field: " + condition);
            }
            if (tag.is("ld-upload")) {
                Set<String> kinds = Arrays.stream(tag.get("data-kinds").split("\\|")).map(kind -> kind.split(":")[0]).collect(toSet());
                Arrays.stream(tag.get("data-required").split("[,|]")).map(String::trim)
                        .filter(kind -> !kind.isEmpty() && !kinds.contains(kind))
                        .forEach(kind -> faults.add(tag + " requires a document kind that it does not offer: " + kind));
                if (tag.get("data-variable").isEmpty() == tag.get("data-json").isEmpty() || !Arrays.stream(tag.get("data-kinds").split("\\|")).allMatch(kind -> kind.matches("[A-Z0-9_]+:.+"))) {
                    faults.add(tag + " needs data-variable (or, in an ld-post, data-json) and data-kinds as KIND:Nama|KIND:Nama");
                }
            }
            if ((tag.is("ld-post") || tag.is("ld-roster") || tag.is("ld-papers") || tag.is("ld-link") || tag.is("ld-clock")) && !tag.get("data-url").startsWith("/api/")) {
                faults.add(tag + " posts to somewhere else than /api: " + tag.get("data-url"));
            }
        }
        return faults;
    }

    private static List<String> policy(String name, FormPage page) {
        List<String> faults = new ArrayList<>();
        for (Tag tag : page.tags) {
            tag.attributes().keySet().stream().filter(attribute -> attribute.matches("on[a-z]+"))
                    .forEach(attribute -> faults.add(tag + " has an inline handler " + attribute));
            for (String attribute : List.of("src", "href", "action")) {
                if (tag.get(attribute).matches("(?i)(https?:)?//.*|javascript:.*")) {
                    faults.add(tag + " leads outside: " + tag.get(attribute));
                }
            }
        }
        for (String call : List.of("alert(", "confirm(", "print(", "eval(", "innerHTML")) {
            if (page.text.contains(call)) {
                faults.add("uses " + call);
            }
        }
        return faults;
    }

    private static List<Tag> inputs(FormPage page) {
        return page.named("input", "select", "textarea").stream()
                .filter(input -> !Set.of("hidden", "submit", "button").contains(input.get("type"))).toList();
    }

    static boolean inEnglish(String text) {
        return !englishIn(text).isEmpty();
    }

    private static List<String> englishIn(String text) {
        return Arrays.stream(text.split("[^\\p{L}]+")).filter(word -> ENGLISH.contains(word.toLowerCase())).distinct().toList();
    }

    private static String camel(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private FormRules() {}
}

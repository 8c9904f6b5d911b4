package id.lindungdesa.rulebook;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rulebook.RuleTable.Column;
import id.lindungdesa.rulebook.RuleTable.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A DMN file as its tables. What is put in force is never the uploaded text: the rows that were understood are written into
 * the text of the table in force, so that nothing that was not understood can get to the engine.
 */
final class DmnFile {

    private static final String DMN = "www.omg.org/spec/DMN/";      // http and https, by edition
    private static final int MOST_ROWS = 2_000;
    /** Ways to say more than a table can. */
    private static final Set<String> PROGRAMS = Set.of("literalExpression", "invocation", "context", "functionDefinition",
            "encapsulatedLogic", "businessKnowledgeModel", "import", "relation", "list");
    private static final Set<String> LANGUAGES = Set.of("", "feel", "feel-unary-tests", "feel-scala-unary-tests");

    private final Document document;
    private final List<Finding> faults = new ArrayList<>();
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();

    private DmnFile(Document document) {
        this.document = document;
    }

    /** @throws Refusal RULE_TABLE_INVALID with every cell that is none of ours */
    static DmnFile read(String xml) {
        DmnFile file = new DmnFile(parsed(xml));
        file.tables();
        if (!file.faults.isEmpty()) {
            throw refused(file.faults);
        }
        return file;
    }

    static Refusal refused(List<Finding> faults) {
        return Refusal.invalid("RULE_TABLE_INVALID", faults.size() == 1 ? "Tabel aturan belum dapat diterima: %s".formatted(faults.get(0).message())
                : "Tabel aturan belum dapat diterima: ada %d hal yang harus diperbaiki.".formatted(faults.size()), faults);
    }

    /** By their decision, in the order of the file. */
    Map<String, RuleTable> byDecision() {
        return tables;
    }

    private static Document parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            String namespace = document.getDocumentElement().getNamespaceURI();
            if (namespace == null || !namespace.contains(DMN) || !document.getDocumentElement().getLocalName().equals("definitions")) {
                throw unreadable("berkas itu bukan berkas DMN");
            }
            return document;
        } catch (SAXException | IOException e) {
            throw unreadable("berkas itu tidak dapat dibaca sebagai XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal unreadable(String why) {
        return refused(List.of(Finding.general("RULE_FILE_UNREADABLE", "Unggah tabel keputusan dalam bentuk DMN: %s.".formatted(why))));
    }

    private void tables() {
        all(document.getDocumentElement()).stream().filter(element -> PROGRAMS.contains(element.getLocalName())).forEach(element ->
                fault(null, element.getLocalName(), "CODE_NOT_ALLOWED", "Unsur <%s> adalah program; tabel aturan hanya memuat baris."
                        .formatted(element.getLocalName())));
        all(document.getDocumentElement()).stream().filter(element -> !LANGUAGES.contains(language(element))).forEach(element ->
                fault(null, "expressionLanguage", "CODE_NOT_ALLOWED", "Bahasa \"%s\" tidak dipakai; tabel aturan hanya memakai FEEL."
                        .formatted(element.getAttribute("expressionLanguage"))));
        List<Element> decisions = children(document.getDocumentElement(), "decision");
        Set<String> names = new HashSet<>();
        for (int i = decisions.size() - 1; i >= 0; i--) {     // what another answers may be named by those that need it
            Element table = child(decisions.get(i), "decisionTable");
            if (table == null) {
                fault(null, decisions.get(i).getAttribute("id"), "NO_TABLE", "Keputusan %s bukan tabel.".formatted(decisions.get(i).getAttribute("id")));
                continue;
            }
            RuleTable read = table(decisions.get(i), table, names);
            Map<String, RuleTable> later = new LinkedHashMap<>(tables);
            tables.clear();
            tables.put(read.id(), read);
            tables.putAll(later);
            read.outputs().stream().map(Column::name).filter(name -> !name.equals(RuleTable.BASIS)).forEach(names::add);
        }
    }

    private static String language(Element element) {
        String language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
        return language.contains("www.omg.org/spec/") && language.contains("feel") ? "feel" : language;
    }

    private RuleTable table(Element decision, Element table, Set<String> names) {
        String id = decision.getAttribute("id");
        String policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        if (!Set.of("UNIQUE", "COLLECT").contains(policy) || !table.getAttribute("aggregation").isEmpty()) {
            fault(null, "hitPolicy", "HIT_POLICY", "Kebijakan pilihan %s tidak dipakai.".formatted(policy));
        }
        List<Column> inputs = children(table, "input").stream().map(input -> {
            Element expression = child(input, "inputExpression");
            return new Column(expression == null ? "" : text(expression), input.getAttribute("label"),
                    expression == null ? "" : expression.getAttribute("typeRef"));
        }).toList();
        List<Column> outputs = children(table, "output").stream().map(output -> new Column(output.getAttribute("name"),
                output.getAttribute("label"), output.getAttribute("typeRef"))).toList();
        List<Row> rows = new ArrayList<>();
        List<Element> rules = children(table, "rule");
        if (rules.size() > MOST_ROWS) {
            fault(null, "rule", "TOO_MANY_ROWS", "Tabel memuat lebih dari %d baris.".formatted(MOST_ROWS));
            rules = List.of();
        }
        for (Element rule : rules) {
            row(id, rows.size() + 1, rule, inputs, outputs, names, rows);
        }
        return new RuleTable(id, decision.getAttribute("name"), policy.equals("UNIQUE"), inputs, outputs, rows);
    }

    private void row(String table, int number, Element rule, List<Column> inputs, List<Column> outputs, Set<String> names, List<Row> into) {
        List<Element> asked = children(rule, "inputEntry");
        List<Element> given = children(rule, "outputEntry");
        if (asked.size() != inputs.size() || given.size() != outputs.size()) {
            fault(number, table, "ROW_INCOMPLETE", "Baris %d tidak berisi satu sel untuk setiap kolom.".formatted(number));
            return;
        }
        List<Condition> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Column column = inputs.get(i);
            String cell = text(asked.get(i));
            conditions.add(read(number, column, () -> Cells.condition(column.type(), cell), Condition.ANY));
        }
        for (int i = 0; i < given.size(); i++) {
            Column column = outputs.get(i);
            String cell = text(given.get(i));
            values.add(read(number, column, () -> Cells.output(column.type(), cell, names), ""));
        }
        Element note = child(rule, "description");
        into.add(new Row(number, List.copyOf(conditions), List.copyOf(values), note == null ? "" : note.getTextContent().strip()));
    }

    private <T> T read(int row, Column column, Supplier<T> cell, T otherwise) {
        try {
            return cell.get();
        } catch (Cells.Unreadable e) {
            fault(row, column.name(), "CELL_NOT_ALLOWED", "Baris %d, kolom \"%s\": isinya %s.".formatted(row, column.label(), e.getMessage()));
            return otherwise;
        }
    }

    private void fault(Integer row, String field, String code, String message) {
        if (faults.size() < 200) {
            faults.add(new Finding(row, null, field, code, message));
        }
    }

    /** This file with other rows, everything else as it is. */
    String with(Map<String, RuleTable> others) {
        Document copy = parsed(written(document));
        for (Element decision : children(copy.getDocumentElement(), "decision")) {
            RuleTable table = others.get(decision.getAttribute("id"));
            Element element = child(decision, "decisionTable");
            children(element, "rule").forEach(element::removeChild);
            table.rows().forEach(row -> element.appendChild(rule(copy, element, table, row)));
        }
        return written(copy);
    }

    private static Element rule(Document document, Element table, RuleTable read, Row row) {
        String name = pascal(read.id());
        Element rule = element(document, table, "rule");
        rule.setAttribute("id", "Rule_%s_%02d".formatted(name, row.number()));
        if (!row.note().isEmpty()) {
            rule.appendChild(element(document, table, "description")).setTextContent(row.note());
        }
        for (int i = 0; i < row.inputs().size(); i++) {
            entry(document, table, rule, "inputEntry", "InputEntry_%s_%02d_%d".formatted(name, row.number(), i + 1),
                    Cells.feel(read.inputs().get(i).type(), row.inputs().get(i)));
        }
        for (int i = 0; i < row.outputs().size(); i++) {
            entry(document, table, rule, "outputEntry", "OutputEntry_%s_%02d_%d".formatted(name, row.number(), i + 1),
                    Cells.feel(row.outputs().get(i)));
        }
        return rule;
    }

    private static void entry(Document document, Element table, Element rule, String kind, String id, String cell) {
        Element entry = element(document, table, kind);
        entry.setAttribute("id", id);
        entry.appendChild(element(document, table, "text")).setTextContent(cell);
        rule.appendChild(entry);
    }

    private static Element element(Document document, Element like, String name) {
        String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
        return document.createElementNS(like.getNamespaceURI(), prefix + name);
    }

    private static String pascal(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static String written(Document document) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.INDENT, "no");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element holder) {
        Element text = child(holder, "text");
        return text == null ? "" : text.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName()) && element.getNamespaceURI() != null
                    && element.getNamespaceURI().contains(DMN)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> all(Element from) {
        List<Element> found = new ArrayList<>(List.of(from));
        for (Node node = from.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.addAll(all(element));
            }
        }
        return found;
    }
}

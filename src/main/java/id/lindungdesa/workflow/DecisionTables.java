package id.lindungdesa.workflow;

import java.util.List;

/**
 * The decision tables as texts: what is in force, what this release brought, and how another text would answer. A table that
 * was put in force here stays so, whatever a later release brings; until then the newest one that was deployed answers.
 */
public interface DecisionTables {

    /** A table's DMN and the version that whatever it decides is kept with; {@code ours} if it was put in force here. */
    record Table(String decision, String version, String dmn, boolean ours) {}

    /** The tables that are asked by name, in the order of their names. */
    List<String> names();

    Table inForce(String decision);

    /** The DMN that this release of the application carries. */
    String released(String decision);

    /** Answers by this text instead of the table in force, and by the tables in force for the rest; keeps nothing. */
    Decisions trying(String decision, String dmn);

    /** Makes this text the table that answers from now on, with this transaction; tells its version. */
    String putInForce(String decision, String dmn, String name);
}

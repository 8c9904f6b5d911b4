package id.lindungdesa.rulebook;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.rulebook.RuleTable.Column;
import id.lindungdesa.rulebook.RuleVersion.State;
import id.lindungdesa.workflow.DecisionTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The tables and their versions, to read. */
@Service
class RuleShelf {

    private static final Set<State> OPEN = EnumSet.of(State.COMPARING, State.LEGAL_REVIEW, State.APPROVAL, State.RETURNED, State.APPROVED);

    private final DecisionTables tables;
    private final RuleVersions versions;
    private final CurrentUser currentUser;

    RuleShelf(DecisionTables tables, RuleVersions versions, CurrentUser currentUser) {
        this.tables = tables;
        this.versions = versions;
        this.currentUser = currentUser;
    }

    /** @param changedHere put in force by officials, not brought by a release; {@code releaseDiffers} see decision 0121 */
    record Listed(String decision, String name, String version, boolean changedHere, boolean releaseDiffers, UUID proposal) {}

    record TableView(String decision, String name, List<String> columns, List<List<String>> rows) {}

    record DeedView(String step, String outcome, String name, String note, Instant at) {}

    record VersionView(UUID id, String decision, String state, LocalDate inForceOn, String reason, String replaces, String version,
                       List<DeedView> steps) {}

    record Shown(String decision, String version, boolean changedHere, boolean releaseDiffers, List<TableView> tables, List<VersionView> versions) {}

    record Sums(long cases, long rupiahNow, long rupiahThen) {}

    /** @param complete whether every case was compared already */
    record Difference(UUID id, String decision, String state, LocalDate inForceOn, String replaces, List<RowDifference> tables, boolean complete,
                      int compared, Sums open, Sums past, List<RuleVersions.ChangedCase> cases, List<RuleVersions.BrokenCase> workedCases) {}

    List<Listed> list() {
        return tables.names().stream().map(name -> {
            DecisionTables.Table table = tables.inForce(name);
            UUID open = versions.of(name).stream().filter(version -> OPEN.contains(version.state())).map(RuleVersion::id).findFirst().orElse(null);
            return new Listed(name, main(table).label(), table.version(), table.ours(), releaseDiffers(table), open);
        }).toList();
    }

    Shown show(String decision) {
        DecisionTables.Table table = require(decision);
        return new Shown(decision, table.version(), table.ours(), releaseDiffers(table),
                DmnFile.read(table.dmn()).byDecision().values().stream().map(RuleShelf::view).toList(),
                versions.of(decision).stream().map(RuleShelf::view).toList());
    }

    String name(String decision) {
        return require(decision).decision();
    }

    String table(String decision) {
        return require(decision).dmn();
    }

    VersionView version(UUID id) {
        return view(versions.require(id));
    }

    Difference difference(String decision, UUID id, Paging paging) {
        RuleVersion version = versions.require(id);
        if (!version.decision().equals(decision)) {
            throw Proposal.unknown();
        }
        RuleVersions.Texts texts = versions.texts(id);
        RuleVersions.Progress progress = versions.progress(id);
        List<RuleVersions.Sum> sums = versions.sums(id);
        boolean onlySums = !currentUser.get().is(Role.PENGELOLA_ATURAN, Role.BIRO_HUKUM, Role.BPJS_KANWIL, Role.INSPEKTORAT);
        return new Difference(id, decision, version.state().name(), version.inForceOn(), version.base(), RowDifference.between(texts.base(), texts.dmn()),
                progress.comparedAt() != null, progress.cases(), sum(sums, true), sum(sums, false),
                onlySums ? List.of() : versions.changedCases(id, paging.limit(), paging.offset()), versions.brokenCases(id));
    }

    private static Sums sum(List<RuleVersions.Sum> sums, boolean unfinished) {
        return sums.stream().filter(sum -> sum.unfinished() == unfinished).findFirst()
                .map(sum -> new Sums(sum.cases(), sum.rupiahNow(), sum.rupiahThen())).orElse(new Sums(0, 0, 0));
    }

    /**
     * Whether this release carries a table that is neither the one it carried when ours was put in force nor ours: a change
     * of the law that came with a build and does not answer.
     */
    boolean releaseDiffers(DecisionTables.Table table) {
        if (!table.ours()) {
            return false;
        }
        String known = versions.inForce(table.decision()).map(versions::texts).map(RuleVersions.Texts::released).orElse(null);
        Map<String, RuleTable> released = DmnFile.read(tables.released(table.decision())).byDecision();
        return !says(released, DmnFile.read(table.dmn()).byDecision())
                && (known == null || !says(released, DmnFile.read(known).byDecision()));
    }

    private static boolean says(Map<String, RuleTable> one, Map<String, RuleTable> other) {
        return one.keySet().equals(other.keySet()) && one.values().stream().allMatch(table -> Objects.equals(
                table.rows().stream().map(row -> List.of(row.inputs(), row.outputs())).toList(),
                other.get(table.id()).rows().stream().map(row -> List.of(row.inputs(), row.outputs())).toList()));
    }

    private DecisionTables.Table require(String decision) {
        if (!tables.names().contains(decision)) {
            throw Proposal.unknown();
        }
        return tables.inForce(decision);
    }

    private static RuleTable main(DecisionTables.Table table) {
        return DmnFile.read(table.dmn()).byDecision().get(table.decision());
    }

    private static TableView view(RuleTable table) {
        return new TableView(table.id(), table.label(), Stream.concat(table.inputs().stream(), table.outputs().stream()).map(Column::label).toList(),
                table.rows().stream().map(table::words).toList());
    }

    private static VersionView view(RuleVersion version) {
        return new VersionView(version.id(), version.decision(), version.state().name(), version.inForceOn(), version.reason(), version.base(),
                version.version(), version.deeds().stream().map(deed -> new DeedView(deed.step().name(), deed.outcome().name(), deed.name(),
                        deed.note(), deed.at())).toList());
    }
}

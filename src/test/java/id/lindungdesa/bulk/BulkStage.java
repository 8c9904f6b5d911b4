package id.lindungdesa.bulk;

import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Villages whose requests lie on a desk. One operator and one village head act for two hundred of them, so that a hundred
 * take seconds (a person of 1,500 offices is asked for 1,500 groups at each step, and slows it a hundredfold); above them stand {@code camat.} and {@code camat2.} of the district and {@code pmd.} of the regency.
 */
public final class BulkStage {

    public static final String PASSWORD = VillageFundFixture.PASSWORD;
    private static final int OFFICES = 200;

    private final ApplicationContext context;
    private final Workflow workflow;
    private final String province;

    public BulkStage(ApplicationContext context, String province) {
        this.context = context;
        this.workflow = context.getBean(Workflow.class);
        this.province = province;
    }

    public static List<String> villages(String district, int many) {
        return IntStream.rangeClosed(2001, 2000 + many).mapToObj(number -> district + "." + number).toList();
    }

    /** Of the first two hundred villages of each district. */
    public String operator() {
        return "uji%s.operator".formatted(province);
    }

    public String head() {
        return "uji%s.kades".formatted(province);
    }

    private String operator(String village) {
        return operator() + share(village);
    }

    private String head(String village) {
        return head() + share(village);
    }

    private static String share(String village) {
        int share = (Integer.parseInt(village.substring(9)) - 2001) / OFFICES;
        return share == 0 ? "" : "." + share;
    }

    /** The cases of these villages, one decree for all, opened and waiting for their operator. */
    public List<UUID> opened(List<String> villages) {
        appoint(villages.stream().flatMap(village -> Stream.of(official(operator(village), Role.OPERATOR, village), official(head(village), Role.KADES, village),
                official("camat." + village.substring(0, 8), Role.CAMAT, village.substring(0, 8)),
                official("camat2." + village.substring(0, 8), Role.CAMAT, village.substring(0, 8)),
                official("pmd." + village.substring(0, 5), Role.PMD, village.substring(0, 5)))).distinct().toList());
        UUID decree = DecreeFixture.in(context).inForce(province, villages, 100_000_000, 100);
        VillageFundFixture fund = VillageFundFixture.in(context);
        fund.open(decree);
        return villages.stream().map(village -> fund.disbursement(decree, village, 1)).toList();
    }

    /** Asked for and signed: on the desk of the head of the district. */
    public void toCamat(List<UUID> cases) {
        Map<String, UUID> letters = new ConcurrentHashMap<>();
        inParallel(cases, one -> {
            String village = context.getBean(JdbcClient.class).sql("select village_code from grant_disbursement where id = :id")
                    .param("id", one).query(String.class).single();
            UUID letter = letters.computeIfAbsent(operator(village), this::letterOf);
            as(operator(village), one, "UserTask_PrepareRequest", "documentIds", letter.toString(), "requestedRupiah", null);
            as(head(village), one, "UserTask_SignRequest", "approved", true, "note", null);
        });
    }

    private UUID letterOf(String operator) {
        UUID[] letter = new UUID[1];
        workflow.actingAs(operator, () -> letter[0] = context.getBean(id.lindungdesa.document.Documents.class)
                .store(new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes()), "surat.pdf", "SURAT_PERMOHONAN").id());
        return letter[0];
    }

    /** And recommended by him, one by one: on the regency's desk. */
    public void toPmd(List<UUID> cases, String camat) {
        toCamat(cases);
        inParallel(cases, one -> as(camat, one, "UserTask_RecommendRequest", "approved", true, "note", null));
    }

    public void as(String user, UUID disbursement, String element, Object... variables) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            given.put((String) variables[i], variables[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete("village-grant", disbursement, element, given));
    }

    /** Works off every line that waits, as four threads of a node do. */
    public void workOff() {
        BulkWorker worker = context.getBean(BulkWorker.class);
        inParallel(List.of(1, 2, 3, 4), thread -> worker.workOff());
    }

    public void appoint(List<Appointment> appointments) {
        context.getBean(Offices.class).appoint(appointments, List.of(), user -> PASSWORD);
    }

    public void hired(String user, Role role, String area) {
        appoint(List.of(official(user, role, area)));
    }

    public void dismissed(String user, Role role, String area) {
        appoint(List.of(new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), "SK-UJI")));
    }

    static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    private static <T> void inParallel(List<T> all, java.util.function.Consumer<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture.allOf(all.stream().map(one -> CompletableFuture.runAsync(() -> work.accept(one), pool))
                    .toArray(CompletableFuture[]::new)).join();
        } finally {
            pool.shutdown();
        }
    }
}

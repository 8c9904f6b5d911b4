package id.lindungdesa.kill;

import id.lindungdesa.kill.Balancer.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A world that lives on while its processes are killed: two nodes on one PostgreSQL, several players, and somebody who
 * pulls plugs. What the dice say follows from the seed; what the machine makes of it, from its load.
 */
final class Game implements AutoCloseable {

    enum Kill { BACKEND, POSTMASTER, NODE }

    private static final int PLAYERS = 5;
    private static final int FULL_CHECK_EVERY = 10;
    /** Between two kills so much is done at most, and so long waited for it at most. */
    private static final int MOST_EFFECTS_BETWEEN = 6;
    private static final int LONGEST_WAIT_BETWEEN = 2_000;

    /** Milliseconds of a player in orderly times, so that a node can start beside him. */
    private static final int THINKING = 100;

    private final Children children;
    private final Postgres postgres;
    private final World world = new World();
    private final List<Node> nodes;
    private final Application application;
    private final Balancer balancer;
    private final Client client;
    private final Journal journal = new Journal();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private final List<Thread> threads = new ArrayList<>();
    private final Consumer<String> say;
    private volatile boolean stopped;
    private volatile boolean decreeWanted = true;
    private int restarts;
    private int whole;

    Game(Path folder, int port, Consumer<String> say) throws IOException {
        this.say = say;
        Files.createDirectories(folder);
        children = new Children(folder);
        postgres = new Postgres(children, folder, port);
        application = new Application(children, folder, postgres.url());
        nodes = List.of(application.node("satu", port + 1), application.node("dua", port + 2));
        balancer = new Balancer(nodes, world.passwords);
        client = new Client(balancer, () -> stopped);
    }

    /**
     * Makes the database and the province, and starts the nodes.
     *
     * @param archiving whether an archive of all classes is made first, which costs one more start and halves the others
     */
    void begin(boolean archiving) throws IOException {
        postgres.start();
        Node first = nodes.get(0);
        first.start(archiving);
        say.accept("first start ready after %.1f s".formatted(first.awaitReady()));
        world.create(balancer, first);
        if (archiving) {
            say.accept("archive written after %.1f s".formatted(first.terminate()));
            first.start();
            say.accept("%s ready after %.1f s".formatted(first.name(), first.awaitReady()));
        }
        nodes.get(1).start();
    }

    void play(long seed) {
        Random seeds = new Random(seed);
        for (int i = 0; i < PLAYERS; i++) {
            Player player = new Player(world, client, journal, new Random(seeds.nextLong()), violations::add);
            Random when = new Random(seeds.nextLong());
            Thread thread = new Thread(() -> {
                while (!stopped) {
                    try {
                        draftIfWanted(player);
                        if (when.nextInt(50) == 0) {
                            player.hangUp(nodes.get(when.nextInt(nodes.size())));
                        }
                        player.move();
                        Postgres.pause(world.orderly ? THINKING : 0);
                    } catch (Client.Stopped e) {
                        return;
                    } catch (RuntimeException e) {
                        violations.add("a player broke off: " + e);
                    }
                }
            }, "player " + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void draftIfWanted(Player player) {
        synchronized (this) {
            if (!decreeWanted) {
                return;
            }
            decreeWanted = false;
        }
        player.decree();
    }

    /** Kills so many times and checks after each; ends early where something is wrong. */
    void kill(int times, long seed) throws IOException, SQLException {
        Random dice = new Random(seed);
        for (int i = 1; i <= times && violations.isEmpty(); i++) {
            awaitEffects(1 + dice.nextInt(MOST_EFFECTS_BETWEEN));
            Postgres.pause(dice.nextInt(150));
            int number = dice.nextInt(100);
            kill(number < 55 ? Kill.BACKEND : number < 88 ? Kill.POSTMASTER : Kill.NODE, nodes.get(dice.nextInt(nodes.size())));
            recover();
            check(i % FULL_CHECK_EVERY == 0);
        }
    }

    /** Lets the story go on a little; where the machine is slow, not for ever. */
    void awaitEffects(int count) {
        long end = System.nanoTime() + LONGEST_WAIT_BETWEEN * 1_000_000L;
        for (int before = journal.size(); journal.size() < before + count && System.nanoTime() < end; ) {
            Postgres.pause(10);
        }
    }

    /** One kill of that kind, with its check. */
    void killOne(Kill kind) throws IOException, SQLException {
        awaitEffects(MOST_EFFECTS_BETWEEN);
        kill(kind, nodes.get(kills.getOrDefault(kind, 0) % nodes.size()));
        recover();
        check(false);
    }

    private void kill(Kill kind, Node node) throws IOException, SQLException {
        switch (kind) {
            case BACKEND -> {
                if (!postgres.killBackend()) {
                    return;
                }
            }
            case POSTMASTER -> postgres.killPostmaster();
            case NODE -> {
                if (node.alive()) {
                    node.kill();
                }
            }
        }
        kills.merge(kind, 1, Integer::sum);
        if (kind == Kill.POSTMASTER) {
            postgres.start();
        }
    }

    /** As a service manager would: who is down is started again. Then waits until somebody answers with data. */
    private void recover() {
        postgres.awaitAnswer();
        for (Node node : nodes) {
            if (!node.alive()) {
                node.start();
                restarts++;
            }
        }
        long end = System.nanoTime() + 600_000_000_000L;
        while (!answers()) {
            for (Node node : nodes) {
                if (!node.alive()) {
                    node.start();
                    restarts++;
                }
            }
            if (System.nanoTime() > end) {
                violations.add("nobody answers ten minutes after a kill");
                return;
            }
            Postgres.pause(50);
        }
    }

    void set(String name, Object value) {
        application.set(name, value);
    }

    /**
     * Waits until both nodes take requests, as a careful operator does before he touches one. From here on nobody reaches
     * for a task that somebody else is at: the engine answers the slower of two with an error, restart or not.
     */
    void awaitAllReady() {
        world.orderly = true;
        nodes.forEach(this::awaitInUse);
        Postgres.pause(1500);
    }

    /** One node after the other is asked to end and started again, while everybody is at work. @return seconds */
    double rollingRestart() {
        long begin = System.nanoTime();
        for (Node node : nodes) {
            say.accept("%s ended %.1f s after SIGTERM".formatted(node.name(), node.terminate()));
            node.start();
            say.accept("%s ready after %.1f s".formatted(node.name(), awaitInUse(node)));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** @return seconds until the node was ready and its balancer knew */
    private double awaitInUse(Node node) {
        long begin = System.nanoTime();
        node.awaitReady();
        balancer.awaitCountedIn(node);
        return (System.nanoTime() - begin) / 1e9;
    }

    /**
     * Kills a node in the middle of a job and waits until the other has done it. The job is made to last by a lock on the
     * books: it puts a decree in force.
     *
     * @return seconds from the kill until the job was done
     */
    double takeover(long seed) throws SQLException {
        Player player = new Player(world, new Client(balancer, () -> false), journal, new Random(seed), violations::add);
        try (Connection blocking = postgres.connect(); var statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            String decree = player.signed(() -> {
                try {
                    statement.execute("lock table ledger_transfer in exclusive mode");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Node worker = workerOnTheBooks();
            long begin = System.nanoTime();
            worker.kill();
            blocking.rollback();
            blocking.setAutoCommit(true);
            while (!is(blocking, "select state = 'IN_FORCE' from regulation_decree where id = '" + decree + "'")) {
                if (System.nanoTime() - begin > 180_000_000_000L) {
                    throw new IllegalStateException("nobody took over within three minutes");
                }
                Postgres.pause(50);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            worker.start();
            return seconds;
        }
    }

    private Node workerOnTheBooks() throws SQLException {
        for (int i = 0; i < 600; i++) {
            for (Node node : nodes) {
                try (Connection database = postgres.connect()) {
                    if (is(database, "select exists (select from pg_stat_activity where application_name = '" + node.name()
                            + "' and wait_event_type = 'Lock' and query like '%ledger_transfer%')")) {
                        return node;
                    }
                }
            }
            Postgres.pause(50);
        }
        throw new IllegalStateException("nobody began the job");
    }

    private static boolean is(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private boolean answers() {
        try {
            return balancer.send(Request.get("bank", "/api/bank/expected-credits")).good();
        } catch (IOException e) {
            return false;
        }
    }

    /** The journal and every invariant, while the players go on. */
    void check(boolean all) throws SQLException {
        try (Connection database = postgres.connect()) {
            violations.addAll(journal.lost(database, all));
            violations.addAll(Invariants.broken(database));
            try (var statement = database.createStatement(); var rows = statement.executeQuery("""
                    select (select count(*) from grant_disbursement where state not in ('RECEIVED'))
                           + 10 * (select count(*) from regulation_decree where state <> 'IN_FORCE')""")) {
                rows.next();
                if (rows.getInt(1) < 8) {
                    decreeWanted = true;
                }
            }
            if (all) {
                wholeDocuments(database);
            }
        }
    }

    private void wholeDocuments(Connection database) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery("select id::text, sha256 from document_file")) {
            while (rows.next()) {
                String hash = rows.getString(2);
                Path place = application.data().resolve("documents").resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
                try {
                    if (!Invariants.sha256(Files.readString(place)).equals(hash)) {
                        violations.add("DOCUMENT NOT WHOLE " + rows.getString(1));
                    }
                } catch (IOException e) {
                    violations.add("DOCUMENT LOST " + rows.getString(1) + " " + e);
                }
                whole++;
            }
        }
    }

    /** Lets everybody finish, waits until no job and no import is left to do at once, and checks everything once more. */
    void settle(int seconds) throws SQLException {
        stopped = true;
        threads.forEach(thread -> {
            try {
                thread.join(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        recover();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Postgres.pause(250);
            left = left();
        }
        left.forEach(one -> violations.add("LEFT AFTER " + seconds + " s: " + one));
        check(true);
    }

    private List<String> left() throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection database = postgres.connect(); var statement = database.createStatement(); var rows = statement.executeQuery("""
                select 'job ' || coalesce(process_def_key_, '') || ' locked until ' || coalesce(lock_exp_time_::text, '-') from act_ru_job
                 where type_ = 'message'
                union all select 'import ' || state from enrolment_import where finished_at is null""")) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        return left;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    Map<Kill, Integer> kills() {
        return kills;
    }

    Client client() {
        return client;
    }

    Journal journal() {
        return journal;
    }

    int restarts() {
        return restarts;
    }

    /** How far the story came: a game in which nothing happens proves nothing. */
    Map<String, Long> progress() throws SQLException {
        Map<String, Long> progress = new java.util.LinkedHashMap<>();
        try (Connection database = postgres.connect(); var statement = database.createStatement(); var rows = statement.executeQuery("""
                select 'decrees in force', count(*) from regulation_decree where state = 'IN_FORCE'
                union all select 'tranches received', count(*) from grant_disbursement where state = 'RECEIVED'
                union all select 'premiums covered', count(*) from premium_bill where state = 'COVERED'
                union all select 'claims paid', count(*) from claim_claim where state = 'PAID'
                union all select 'imports done', count(*) from enrolment_import where state = 'DONE'
                union all select 'transfers', count(*) from ledger_transfer
                union all select 'rupiah moved', coalesce(sum(rupiah), 0)::bigint from ledger_transfer
                union all select 'tasks done', count(*) from act_hi_taskinst where end_time_ is not null
                union all select 'tasks open', count(*) from act_ru_task""")) {
            while (rows.next()) {
                progress.put(rows.getString(1), rows.getLong(2));
            }
        }
        progress.put("document contents read", (long) whole);
        return progress;
    }

    @Override
    public void close() {
        stopped = true;
        balancer.close();
        children.close();
    }
}

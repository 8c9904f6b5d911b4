package id.lindungdesa.access;

import id.lindungdesa.Session;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;

/**
 * One holder of every role here, and one in the nearest other area: the neighbouring village of the same district, the
 * next district, regency, branch. And a village head who was dismissed while his session in Tasklist was open.
 */
final class Cast {

    static final String PASSWORD = "Rahasia-uji-123";
    static final String VILLAGE = "30.01.01.2001";
    static final String BRANCH = "akses";
    static final Map<Role.Area, String> HERE = Map.of(Role.Area.VILLAGE, VILLAGE, Role.Area.DISTRICT, "30.01.01",
            Role.Area.REGENCY, "30.01", Role.Area.BRANCH, BRANCH, Role.Area.NONE, "");
    static final Map<Role.Area, String> THERE = Map.of(Role.Area.VILLAGE, "30.01.01.2002", Role.Area.DISTRICT, "30.01.02",
            Role.Area.REGENCY, "30.02", Role.Area.BRANCH, "akses-lain");

    final Persona dismissed = new Persona("bekas.kades." + VILLAGE, null, true);

    private final Offices offices;
    private final String root;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Persona> people = new ArrayList<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Cast(ApplicationContext context, String root) {
        this.root = root;
        this.offices = context.getBean(Offices.class);
        List<Appointment> list = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role == Role.ADMIN) {
                people.add(new Persona("admin", role, true));
                continue;
            }
            list.add(appointed(people, role, HERE.get(role.area()), true));
            if (role.area() != Role.Area.NONE) {
                list.add(appointed(people, role, THERE.get(role.area()), false));
            }
        }
        offices.appoint(list, List.of(), user -> PASSWORD);
        session(hired(dismissed.user(), Role.KADES, VILLAGE));
        dismissed(dismissed, Role.KADES, VILLAGE);
    }

    /** Somebody beyond the cast, in that office from now on. */
    Persona hired(String user, Role role, String area) {
        offices.appoint(List.of(official(user, role, area, null)), List.of(), name -> PASSWORD);
        return new Persona(user, role, true);
    }

    /** His term in that office ended long ago. */
    void dismissed(Persona persona, Role role, String area) {
        offices.appoint(List.of(official(persona.user(), role, area, LocalDate.of(2021, 1, 1))), List.of(), name -> PASSWORD);
    }

    private static Appointment appointed(List<Persona> people, Role role, String area, boolean here) {
        Persona persona = new Persona(role.id() + (area.isEmpty() ? ".akses" : "." + area), role, here);
        people.add(persona);
        return official(persona.user(), role, area, null);
    }

    private static Appointment official(String user, Role role, String area, LocalDate until) {
        return new Appointment(1, user, "Pejabat Akses", role, area, LocalDate.of(2020, 1, 1), until, "SK-UJI");
    }

    /** Everybody, the dismissed and the one without a login included. */
    List<Persona> everybody() {
        List<Persona> all = new ArrayList<>(people);
        all.add(dismissed);
        all.add(Persona.NOBODY);
        return all;
    }

    /** Everybody here, and elsewhere only who holds one of these roles. */
    List<Persona> concerned(java.util.Set<Role> roles) {
        return everybody().stream().filter(one -> one.here() || one.role() == null || roles.contains(one.role())).toList();
    }

    Persona here(Role role) {
        return people.stream().filter(one -> one.role() == role && one.here()).findFirst().orElseThrow();
    }

    String user(Role role) {
        return here(role).user();
    }

    record Answer(int status, String body) {

        boolean allowed() {
            if (status >= 500) {
                throw new AssertionError("the application failed: " + this);
            }
            return status < 400;
        }

        /** Neither told nor done: not for whoever asked. */
        boolean closed() {
            return status == 401 || status == 403 || status == 404;
        }
    }

    /** A request with HTTP Basic, as programs come in. */
    Answer ask(Persona persona, String method, String path, String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "application/json, */*")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (persona.hasLogin()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (persona.user() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer ask(Persona persona, String method, String path, String json) {
        return ask(persona, method, path, json, json == null ? null : "application/json");
    }

    /** Whether the webapps let him in at all: machines have no application, and nobody no name. */
    boolean hasWebapp(Persona persona) {
        return persona.hasLogin() && (persona.role() == null || !persona.role().isMachine());
    }

    /** The same as a page of the webapps asks: in a session, with its token. */
    Answer askInSession(Persona persona, String method, String path, String json) {
        HttpResponse<String> answer = session(persona).send(method, path, json, json == null ? null : "application/json", true);
        return new Answer(answer.statusCode(), answer.body());
    }

    private Session session(Persona persona) {
        return sessions.computeIfAbsent(persona.user(), user -> Session.login(root, user, PASSWORD,
                persona.role() == Role.ADMIN ? "cockpit" : "tasklist"));
    }
}

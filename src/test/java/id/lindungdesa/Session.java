package id.lindungdesa;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A login to the webapps as a browser has it: a session cookie and the CSRF token that writes must carry. */
public final class Session {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;
    private String firstSession;

    private Session(String root) {
        this.root = root;
    }

    /** Logs in to a webapp ({@code tasklist}, {@code cockpit}, {@code admin}) and fails where that is refused. */
    public static Session login(String root, String user, String password, String app) {
        Session session = new Session(root);
        HttpResponse<String> answer = session.enter(user, password, app);
        if (answer.statusCode() != 200) {
            throw new AssertionError("login answered " + answer.statusCode() + ": " + answer.body());
        }
        session.get("/camunda/app/" + app + "/default/");     // the login began a new session: fetch its token
        return session;
    }

    /** What the login answers, whether it is refused or not. */
    public static HttpResponse<String> tryLogin(String root, String user, String password, String app) {
        return new Session(root).enter(user, password, app);
    }

    private HttpResponse<String> enter(String user, String password, String app) {
        get("/camunda/app/" + app + "/default/");
        firstSession = cookie("JSESSIONID");
        return send("POST", "/camunda/api/admin/auth/user/default/login/" + app,
                "username=" + encoded(user) + "&password=" + encoded(password), "application/x-www-form-urlencoded", true);
    }

    /** The session that stood before the login. */
    public String firstSession() {
        return firstSession;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(one -> one.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null, false);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "application/json", true);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json, "application/json", true);
    }

    /** Any request, with or without the CSRF token. */
    public HttpResponse<String> send(String method, String path, String body, String type, boolean token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "application/json");
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token) {
            cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue).findFirst().ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

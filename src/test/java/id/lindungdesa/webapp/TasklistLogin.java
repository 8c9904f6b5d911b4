package id.lindungdesa.webapp;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a browser does to log in to Tasklist, without a browser. */
final class TasklistLogin {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    TasklistLogin(int port, String user, String password) throws Exception {
        address = "http://localhost:" + port;
        get("/camunda/app/tasklist/default/");
        var answer = send(HttpRequest.newBuilder(uri("/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString("username=%s&password=%s".formatted(user, password))));
        get("/camunda/api/engine/engine/");     // the login began a new session; its token comes with the next answer
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("login answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /** The token of the page, as its script reads it from the cookie. */
    String token() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElseThrow();
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String json, String token) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(token == null ? request : request.header("X-XSRF-TOKEN", token));
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

package id.lindungdesa.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Bytes on a connection, as an attacker writes them: no client library puts them right. */
final class Wire {

    /** What came back until the server closed, or fell silent for that long. */
    record Answer(String text, boolean closed) {

        int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        List<String> headers(String name) {
            return Arrays.stream(text.split("\r\n\r\n", 2)[0].split("\r\n")).skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).trim()).toList();
        }

        String header(String name) {
            return String.join(", ", headers(name));
        }

        String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length < 2 ? "" : parts[1];
        }

        /** How many answers came over the one connection. */
        int answers() {
            return text.split("HTTP/1\\.1 ", -1).length - 1;
        }
    }

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** One request, after which the connection ends. */
    Answer ask(String method, String path, String... headers) {
        return send("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(method, path,
                headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n"), 10_000);
    }

    Answer send(String request, int patience) {
        try (Socket socket = connect()) {
            write(socket, request);
            return read(socket, patience);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Socket connect() throws IOException {
        return new Socket("localhost", port);
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static Answer read(Socket socket, int patience) throws IOException {
        socket.setSoTimeout(patience);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[8192];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                all.write(chunk, 0, n);
            }
        } catch (SocketTimeoutException e) {
            return new Answer(all.toString(StandardCharsets.UTF_8), false);
        } catch (SocketException e) {
            return new Answer(all.toString(StandardCharsets.UTF_8), true);
        }
        return new Answer(all.toString(StandardCharsets.UTF_8), true);
    }
}

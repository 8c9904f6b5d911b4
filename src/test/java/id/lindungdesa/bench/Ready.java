package id.lindungdesa.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Waits until an application says that it is ready. */
final class Ready {

    private Ready() {}

    static void await(String health, Process process) {
        People.await(health, 50, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue());
            }
            try {
                var connection = (HttpURLConnection) URI.create(health).toURL().openConnection();
                connection.setConnectTimeout(500);
                return connection.getResponseCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }
}

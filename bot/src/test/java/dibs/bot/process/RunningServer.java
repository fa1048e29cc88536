package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An {@code up} that has said where it listens. */
record RunningServer(DibsProcess process, List<String> said, URI address) {
    private static final Pattern ADDRESS = Pattern.compile("http://[^/ ]+:(\\d+)(?=/)");

    static RunningServer of(DibsProcess process) {
        List<String> said = new ArrayList<>();
        process.await(line -> {
            said.add(line);
            return line.contains("Stop it with Ctrl-C");
        });
        Matcher address = ADDRESS.matcher(String.join("\n", said));
        assertThat(address.find()).as("an address in %s", said).isTrue();
        return new RunningServer(process, List.copyOf(said), URI.create(address.group()));
    }

    int port() {
        return address.getPort();
    }

    HttpResponse<String> get(String path) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(DibsProcess.PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(DibsProcess.PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dibs.bot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From nothing to the first answer, in processes of their own, and what they weigh then. */
final class Starts {
    private static final int REQUESTS = 50;
    private static final Pattern ADDRESS = Pattern.compile("http://[^/ ]+:\\d+");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path folder;
    private final int rounds;

    Starts(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** One start: until the answer, and the memory after some more. */
    private record Start(double seconds, double mebibytes) {}

    void run(PrintStream out) throws IOException {
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String name :
                    List.of("bare Jetty, to its first 200", "up, to its first 200", "chat, to its first answer")) {
                starts.computeIfAbsent(name, any -> new ArrayList<>()).add(start(name));
            }
        }
        out.printf("%n%-46s %12s %8s %14s%n", "start (store there, no build)", "median s", "ratio", "resident MiB");
        double floor = median(starts.values().iterator().next(), true);
        starts.forEach((name, all) -> out.printf(
                "  %-44s %12.2f %7.1fx %14.0f%n",
                name, median(all, true), median(all, true) / floor, median(all, false)));
    }

    private Start start(String name) throws IOException {
        return switch (name.substring(0, name.indexOf(' '))) {
            case "bare" -> server(BareJetty.class.getName());
            case "up," -> server("dibs.bot.Main", "up");
            default -> chat();
        };
    }

    private Start server(String... program) throws IOException {
        long began = System.nanoTime();
        Process process = spawn(program);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                HttpClient client = HttpClient.newHttpClient()) {
            URI heartbeat = URI.create(address(said) + "/__heartbeat__");
            get(client, heartbeat);
            double seconds = (System.nanoTime() - began) / 1e9;
            for (int i = 1; i < REQUESTS; i++) {
                get(client, heartbeat);
            }
            return new Start(seconds, resident(process));
        } finally {
            stop(process);
        }
    }

    private Start chat() throws IOException {
        long began = System.nanoTime();
        Process process = spawn("dibs.bot.Main", "chat", "--json", "--as", "bench");
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                var say = process.outputWriter(StandardCharsets.UTF_8)) {
            double seconds = 0;
            for (int i = 0; i < REQUESTS; i++) {
                say.write("who-is-using dev-signing\n");
                say.flush();
                if (said.readLine() == null) {
                    throw new IllegalStateException("chat ended before it answered");
                }
                seconds = i == 0 ? (System.nanoTime() - began) / 1e9 : seconds;
            }
            return new Start(seconds, resident(process));
        } finally {
            stop(process);
        }
    }

    /** With this process's own flags and classes. */
    private Process spawn(String... program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Machine.flags());
        command.addAll(List.of(
                "-cp",
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString()));
        command.addAll(List.of(program));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("DIBS_"));
        builder.environment().putAll(Map.of("DIBS_PORT", "0", "DIBS_HOME", folder.toString()));
        return builder.start();
    }

    private static String address(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new IllegalStateException("a server ended before it said where it listens");
    }

    private static void get(HttpClient client, URI address) {
        try {
            int status = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(address + " answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it keeps in memory; not a number where the system does not say it as Linux does. */
    private static double resident(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
    }

    private static void stop(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private static double median(List<Start> starts, boolean time) {
        return Contest.median(starts.stream()
                .map(start -> time ? start.seconds() : start.mebibytes())
                .toList());
    }
}

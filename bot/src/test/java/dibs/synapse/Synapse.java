package dibs.synapse;

import dibs.bot.platform.matrix.client.UserId;
import dibs.fakematrix.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real Synapse, called {@code hs.test}, on loopback, with a folder of its own that is gone when it is closed. */
public final class Synapse implements AutoCloseable {
    /** How it limits how often is asked. */
    public enum Limits {
        /** Hardly. */
        NONE,
        /** As Synapse does unless it is told otherwise. */
        USUAL
    }

    /** How long tokens last that can be refreshed; those of {@link SynapsePerson} do not run out. */
    public static final Duration TOKENS_LAST = Duration.ofSeconds(3);

    private static final String SECRET = "only-for-tests";
    private static final String ADMIN_API = "/_synapse/admin/v1/";
    private static final String MODULE = "synapse.app.homeserver";

    /** Runs the module until its standard input ends, which it does with the program that started it, however that ends. */
    private static final String WITH_ITS_PARENT = """
        import os, runpy, threading
        def watch():
            while os.read(0, 1):
                pass
            os._exit(1)
        threading.Thread(target=watch, daemon=True).start()
        runpy.run_module("%s", run_name="__main__", alter_sys=True)
        """.formatted(MODULE);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path python;
    private final int port;
    private final Rest rest;
    private Process process;

    private Synapse(Path python, Limits limits) throws IOException {
        this.python = python;
        port = freePort();
        rest = new Rest(address());
        folder = Files.createTempDirectory("dibs-synapse");
        Files.writeString(folder.resolve("homeserver.yaml"), Configuration.of(folder, port, SECRET, limits));
        Files.writeString(folder.resolve("log.yaml"), Configuration.log(folder));
        end(run("--generate-keys"), "making its keys");
        process = run();
        awaitReady();
    }

    /** Starts one, with hardly any limits; skips the test where it is not installed. */
    public static Synapse start() {
        return start(Limits.NONE);
    }

    /** Starts one; skips the test where it is not installed. */
    public static Synapse start(Limits limits) {
        try {
            return new Synapse(Installed.python(), limits);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Stops it as a service manager does, and waits until it is gone. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Starts it again on the same folder and port. */
    public void startAgain() {
        try {
            process = run();
            awaitReady();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A new user with a device, signed in; the password is the name. */
    public SynapsePerson register(String name) {
        return register(name, false);
    }

    /** A new user who may use the administrators' API too. */
    public SynapsePerson registerAdmin(String name) {
        return register(name, true);
    }

    private SynapsePerson register(String name, boolean admin) {
        String nonce = Json.at(rest.get(ADMIN_API + "register", null), "nonce");
        ObjectNode body = Json.of("nonce", nonce)
                .put("username", name)
                .put("password", name)
                .put("admin", admin)
                .put("mac", mac(String.join("\0", nonce, name, name, admin ? "admin" : "notadmin")));
        JsonNode made = rest.post(ADMIN_API + "register", null, body);
        return new SynapsePerson(
                rest, new UserId(Json.at(made, "user_id")), Json.at(made, "access_token"), Json.at(made, "device_id"));
    }

    /** Signs the user in with another device. */
    public SynapsePerson signIn(String name) {
        ObjectNode body = Json.of("type", "m.login.password").put("password", name);
        body.putObject("identifier").put("type", "m.id.user").put("user", name);
        JsonNode made = rest.post("/_matrix/client/v3/login", null, body);
        return new SynapsePerson(
                rest, new UserId(Json.at(made, "user_id")), Json.at(made, "access_token"), Json.at(made, "device_id"));
    }

    /** The ids of the devices that are signed in as that person. */
    public List<String> devices(SynapsePerson person) {
        List<String> ids = new ArrayList<>();
        rest.get("/_matrix/client/v3/devices", person.token())
                .path("devices")
                .forEach(device -> ids.add(Json.at(device, "device_id")));
        return ids;
    }

    /** Waits until it holds; {@link AssertionError} when it does not within a minute. */
    public void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            pause();
        }
    }

    /** A little while of the machine's clock, by which Synapse goes. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String mac(String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }

    private Process run(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                python.toString(),
                "-c",
                WITH_ITS_PARENT,
                "-c",
                folder.resolve("homeserver.yaml").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .start();
    }

    private void end(Process running, String doing) throws IOException {
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
                throw new AssertionError("Synapse failed " + doing + ":\n" + said());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitReady() throws IOException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!rest.answers("/_matrix/client/versions")) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                throw new AssertionError("Synapse did not start:\n" + said());
            }
            pause();
        }
    }

    private String said() throws IOException {
        Path log = folder.resolve("homeserver.log");
        return Files.readString(folder.resolve("out")) + (Files.exists(log) ? Files.readString(log) : "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

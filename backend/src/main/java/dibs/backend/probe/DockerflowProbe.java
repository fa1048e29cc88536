package dibs.backend.probe;

import dibs.backend.health.Deployed;
import dibs.backend.health.Sign;
import dibs.backend.health.Target.Dockerflow;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks the endpoints of the Dockerflow contract. */
final class DockerflowProbe {
    private static final String ALIVE = "__lbheartbeat__";
    private static final String HEARTBEAT = "__heartbeat__";
    private static final String VERSION = "__version__";

    /** The version is of use, and not worth the time that the heartbeat needs. */
    private static final int PERCENT_FOR_VERSION = 40;

    private final HeartbeatTurns turns = new HeartbeatTurns(System::nanoTime);

    Finding look(Dockerflow target, Look look) throws IOException {
        Answer alive = look.get(under(target.base(), ALIVE));
        if (!alive.success()) {
            return new Finding(Sign.FAILED, "the service does not run: " + ALIVE + " " + alive.said());
        }
        Optional<Deployed> deployed = version(look, target.base());
        URI address = under(target.base(), HEARTBEAT);
        Finding heartbeat = target.writes()
                ? turns.ask(address, look.deadline(), () -> heartbeat(target, address, look))
                : heartbeat(target, address, look);
        boolean green = heartbeat.sign() == Sign.PASSING && target.page().isPresent();
        return (green ? page(target.page().get(), look) : heartbeat).with(deployed);
    }

    private static Finding heartbeat(Dockerflow target, URI address, Look look) {
        Answer heartbeat;
        try {
            heartbeat = look.get(address);
        } catch (InterruptedIOException late) {
            return new Finding(Sign.FAILED, "the service runs, and its heartbeat does not answer in time");
        } catch (IOException failed) {
            return new Finding(Sign.FAILED, "the service runs, and its heartbeat breaks off");
        }
        if (!heartbeat.success()) {
            return new Finding(Sign.FAILED, "the heartbeat " + heartbeat.said() + broken(heartbeat));
        }
        List<String> differences = Body.differences(heartbeat, target.fields());
        if (!differences.isEmpty()) {
            return new Finding(
                    Sign.DEGRADED,
                    "the heartbeat answers " + heartbeat.status() + " and says " + String.join(", ", differences));
        }
        String broken = broken(heartbeat);
        if (!broken.isEmpty()) {
            return new Finding(Sign.DEGRADED, "the heartbeat answers " + heartbeat.status() + broken);
        }
        return new Finding(Sign.PASSING, "the heartbeat is green");
    }

    private static Finding page(URI address, Look look) throws IOException {
        Answer page = look.get(address);
        return page.status() >= 500
                ? new Finding(
                        Sign.FAILED,
                        "the heartbeat is green, and an ordinary page " + page.said() + ", as in maintenance")
                : new Finding(Sign.PASSING, "the heartbeat is green, and an ordinary page answers");
    }

    /** The checks that the heartbeat itself calls bad, in words; nothing where it names none. */
    private static String broken(Answer heartbeat) {
        List<String> names = new ArrayList<>();
        Body.read(heartbeat)
                .map(json -> json.path("checks"))
                .ifPresent(checks -> checks.propertyStream()
                        .filter(check -> isBad(check.getValue()))
                        .forEach(check -> names.add(Words.cut(Words.plain(check.getKey()), 40))));
        return names.isEmpty() ? "" : ", by its checks of " + String.join(", ", names);
    }

    private static boolean isBad(JsonNode check) {
        JsonNode state = check.isObject() ? check.path("status") : check;
        return switch (state.asString("")) {
            case "error", "critical", "warning", "false", "fail", "failed" -> true;
            default -> false;
        };
    }

    /** What runs there; nothing where the service does not say. */
    static Optional<Deployed> version(Look look, URI base) {
        try {
            Answer answer = look.get(under(base, VERSION), PERCENT_FOR_VERSION);
            return answer.success()
                    ? Body.read(answer).flatMap(json -> Deployed.of(Body.at(json, "version"), Body.at(json, "commit")))
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** An address below another one. */
    static URI under(URI base, String path) {
        String start = base.toString();
        return URI.create(start.endsWith("/") ? start + path : start + "/" + path);
    }
}

package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.TaskclusterPing;
import java.io.IOException;
import java.net.URI;

/** Pings one of Taskcluster's services. */
final class TaskclusterProbe {
    private TaskclusterProbe() {}

    static Finding look(TaskclusterPing target, Look look) throws IOException {
        URI base = service(target.root(), target.service());
        Answer ping = look.get(DockerflowProbe.under(base, "ping"));
        Finding finding = ping.success()
                ? new Finding(Sign.PASSING, target.service() + " answers its ping")
                : new Finding(Sign.FAILED, "the ping of " + target.service() + " " + ping.said());
        return finding.with(DockerflowProbe.version(look, base));
    }

    /** Where the API of a service begins. */
    static URI service(URI root, String service) {
        return DockerflowProbe.under(root, "api/" + service + "/v1");
    }
}

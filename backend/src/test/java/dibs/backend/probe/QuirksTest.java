package dibs.backend.probe;

import static dibs.backend.health.Sign.DEGRADED;
import static dibs.backend.health.Sign.FAILED;
import static dibs.backend.health.Sign.PASSING;
import static dibs.backend.health.Sign.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.health.Deployed;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.health.Target;
import dibs.backend.health.Target.Dockerflow;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import dibs.backend.health.Target.TaskclusterPing;
import dibs.backend.health.Target.Tcp;
import dibs.backend.health.Target.TreeStatus;
import dibs.backend.health.Target.WorkerPool;
import dibs.backend.health.TreeState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the quirks of real services are taken for, and the words for it. */
@Timeout(60)
class QuirksTest {
    private static final String POOL = "scriptworker-k8s/demo-1";
    private static final String COUNTS = "/api/queue/v1/task-queues/scriptworker-k8s/demo-1/counts";
    private static final String PENDING = "/api/queue/v1/task-queues/scriptworker-k8s/demo-1/pending";

    private final ProbeScene scene = new ProbeScene();
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.http().well();
    }

    @AfterEach
    void close() {
        site.close();
        scene.close();
    }

    @Test
    void aGreenHeartbeatIsPassingAndTellsWhatIsDeployed() {
        Observation seen = scene.look(ProbeScene.dockerflow(site.at("shop.test", "/")));

        expect(seen, PASSING, "the heartbeat is green");
        assertThat(seen.deployed()).contains(new Deployed(Optional.of("1.2.3"), Optional.of("abc123")));
        assertThat(site.asked()).containsExactly("/__lbheartbeat__", "/__version__", "/__heartbeat__");
        assertThat(site.headers())
                .contains("User-agent: dibs")
                .noneMatch(header -> header.startsWith("Authorization") || header.startsWith("Cookie"));
    }

    @Test
    void anotherCommitIsADeploy() {
        Observation before = scene.look(ProbeScene.dockerflow(site.at("shop.test", "")));
        site.says("/__version__", 200, "{\"version\":\"1.2.3\",\"commit\":\"def456\"}");
        Observation after = scene.look(ProbeScene.dockerflow(site.at("shop.test", "")));

        assertThat(after.deployed().orElseThrow().differs(before.deployed().orElseThrow()))
                .isTrue();
    }

    @Test
    void aRedHeartbeatIsFailingWithItsOwnWordsAndStillTellsWhatIsDeployed() {
        site.says("/__heartbeat__", 502, "can't reach\nthe <database>");
        Observation seen = scene.look(ProbeScene.dockerflow(site.at("shop.test", "")));

        expect(seen, FAILED, "the heartbeat answers 502: \"can't reach the <database>\"");
        assertThat(seen.deployed()).isPresent();
    }

    @Test
    void aHeartbeatThatIsRedBecauseOfItsNeighbourNamesTheNeighbour() {
        site.says("/__heartbeat__", 503, "{\"checks\":{\"database\":\"ok\",\"neighbour-auth\":\"error\"}}");
        expect(
                scene.look(ProbeScene.dockerflow(site.at("shop.test", ""))),
                FAILED,
                "the heartbeat answers 503, by its checks of neighbour-auth");
    }

    @Test
    void twoHundredWithABrokenDatabaseInTheBodyIsDegraded() {
        site.says("/__heartbeat__", 200, "{\"hsmAccessible\":true,\"dbAccessible\":false}");
        Dockerflow target =
                new Dockerflow(site.at("shop.test", ""), false, Map.of("dbAccessible", "true"), Optional.empty());
        expect(scene.look(target), DEGRADED, "the heartbeat answers 200 and says dbAccessible is false");

        site.says("/__heartbeat__", 200, "all is well");
        expect(scene.look(target), DEGRADED, "the heartbeat answers 200 and says no JSON");
    }

    @Test
    void aHeartbeatThatStaysGreenInMaintenanceDeceivesNobody() {
        site.says("/", 503, "<html>maintenance</html>");
        expect(
                scene.look(new Dockerflow(
                        site.at("shop.test", ""), false, Map.of(), Optional.of(site.at("shop.test", "/")))),
                FAILED,
                "the heartbeat is green, and an ordinary page answers 503, as in maintenance");
    }

    @Test
    void aHeartbeatThatWritesIsAskedOnceAMinuteHoweverManyProbesWantIt() {
        Dockerflow one = new Dockerflow(site.at("shop.test", ""), true, Map.of(), Optional.empty());
        Dockerflow other = new Dockerflow(
                site.at("shop.test", ""), true, Map.of(), Optional.of(site.at("shop.test", "/__lbheartbeat__")));
        scene.look(one);
        scene.look(other);
        scene.look(one);

        assertThat(Collections.frequency(site.asked(), "/__heartbeat__")).isOne();
        assertThat(Collections.frequency(site.asked(), "/__version__")).isEqualTo(3);
    }

    @Test
    void aProcessThatIsDownIsToldFromABrokenDatabase() {
        site.says("/__lbheartbeat__", 500, "");
        expect(
                scene.look(ProbeScene.dockerflow(site.at("shop.test", ""))),
                FAILED,
                "the service does not run: __lbheartbeat__ answers 500");
    }

    @Test
    void whatIsBehindAVpnIsUnreachableAndNotDown() throws IOException {
        int closed = closedPort();
        Http target = new Http(URI.create("http://shop.test:" + closed + "/"), Expectation.SUCCESS);

        expect(scene.look(target), FAILED, "shop.test refuses connections");
        expect(
                scene.look(target, ProbeScene.SOON, true),
                UNREACHABLE,
                "shop.test refuses connections; it is behind a VPN, so that says nothing of how it is");
    }

    @Test
    void whatAnswersThroughTheVpnIsJudgedLikeAnyOther() {
        site.says("/", 500, "");
        expect(
                scene.look(new Http(site.at("shop.test", "/"), Expectation.SUCCESS), ProbeScene.SOON, true),
                FAILED,
                "answers 500");
    }

    @Test
    void aNameThatIsNotKnownIsUnreachable() {
        expect(
                scene.look(new Http(URI.create("https://gone.example/"), Expectation.SUCCESS)),
                UNREACHABLE,
                "the name gone.example is not known here");
    }

    @Test
    void plainHttpExpectsAStatusATextOrAFieldOfJson() {
        site.says("/list", 200, "{\"jobs\":{\"stuck\":0}}").says("/old", 410, "");
        expect(http("/list", Optional.empty(), Optional.of("jobs"), Map.of()), PASSING, "answers 200");
        expect(http("/old", Optional.of(410), Optional.empty(), Map.of()), PASSING, "answers 410");
        expect(http("/list", Optional.of(204), Optional.empty(), Map.of()), FAILED, "answers 200, and not 204");
        expect(
                http("/list", Optional.empty(), Optional.of("queues"), Map.of()),
                FAILED,
                "answers 200 without \"queues\"");
        expect(http("/list", Optional.empty(), Optional.empty(), Map.of("jobs.stuck", "0")), PASSING, "answers 200");
        expect(
                http("/list", Optional.empty(), Optional.empty(), Map.of("jobs.stuck", "1", "jobs.lost", "0")),
                FAILED,
                "answers 200 and says jobs.stuck is 0, nothing of jobs.lost");
    }

    @Test
    void taskclustersServicesArePinged() {
        site.says("/api/queue/v1/ping", 200, "{\"alive\":true}")
                .says("/api/queue/v1/__version__", 200, "{\"version\":\"v99\"}");
        Observation seen = scene.look(new TaskclusterPing(site.at("tc.test", ""), "queue"));
        expect(seen, PASSING, "queue answers its ping");
        assertThat(seen.deployed()).contains(new Deployed(Optional.of("v99"), Optional.empty()));

        expect(
                scene.look(new TaskclusterPing(site.at("tc.test", ""), "auth")),
                FAILED,
                "the ping of auth answers 404: \"nothing here\"");
    }

    @Test
    void aPoolWithoutWorkersIsWellAndOneWhoseTasksWaitTooLongIsNot() {
        pool(0, 0, "");
        expect(scene.look(workers()), PASSING, "nothing waits");

        pool(3, 0, "2026-11-23T08:58:00.000Z");
        expect(scene.look(workers()), PASSING, "3 tasks wait, 0 being worked on");

        pool(1, 0, "2026-11-23T08:40:00.000Z");
        expect(
                scene.look(workers()),
                FAILED,
                "1 task waits, 0 being worked on; the oldest has waited 20 min, and 4 min is the longest it should");

        pool(7, 2, "2026-11-23T08:40:00.000Z");
        expect(
                scene.look(workers()),
                DEGRADED,
                "7 tasks wait, 2 being worked on; the oldest has waited 20 min, and 4 min is the longest it should");
    }

    @Test
    void aQueueThatListsNoTasksIsReckonedFromWhenTheyWereFirstSeen() {
        site.says(COUNTS, 200, "{\"pendingTasks\":2,\"claimedTasks\":0}").says(PENDING, 403, "");
        expect(scene.look(workers()), PASSING, "2 tasks wait, 0 being worked on");
        scene.clock.advance(Duration.ofMinutes(5));
        expect(
                scene.look(workers()),
                FAILED,
                "2 tasks wait, 0 being worked on; the oldest has waited 5 min, and 4 min is the longest it should");

        site.says(COUNTS, 200, "{\"pendingTasks\":2,\"claimedTasks\":1}");
        expect(scene.look(workers()), PASSING, "2 tasks wait, 1 being worked on");
    }

    @Test
    void aQueueThatTellsStrangersNothingIsUnreachable() {
        site.says(COUNTS, 403, "{\"code\":\"InsufficientScopes\"}");
        expect(scene.look(workers()), UNREACHABLE, "the queue tells what waits only to those who sign in");
    }

    @Test
    void aTreesStateIsReadAndIsNoFault() {
        tree("open", "");
        Observation open = scene.look(tree());
        expect(open, PASSING, "the tree is open");
        assertThat(open.tree()).contains(TreeState.OPEN);

        tree("approval required", "soft freeze");
        expect(scene.look(tree()), PASSING, "the tree is approval required: soft freeze");

        tree("closed", "<b>bustage</b>\u202e in bug 1");
        Observation closed = scene.look(tree());
        expect(closed, PASSING, "the tree is closed: <b>bustage</b> in bug 1");
        assertThat(closed.tree()).contains(TreeState.CLOSED);

        tree("ajar", "");
        expect(scene.look(tree()), FAILED, "tree status answers 200 with the state \"ajar\", which is none");
    }

    @Test
    void aPortTakesConnectionsOrNot() throws IOException {
        expect(scene.look(new Tcp("shop.test", site.port())), PASSING, "port " + site.port() + " takes connections");
        expect(scene.look(new Tcp("shop.test", closedPort())), FAILED, "shop.test refuses connections");
    }

    static int closedPort() throws IOException {
        try (Site gone = Site.http()) {
            return gone.port();
        }
    }

    private Observation http(String path, Optional<Integer> status, Optional<String> text, Map<String, String> fields) {
        // In an order of their own, so that the sentence is the same in every run.
        Map<String, String> ordered = new TreeMap<>(Comparator.reverseOrder());
        ordered.putAll(fields);
        return scene.look(new Http(site.at("shop.test", path), new Expectation(status, text, ordered)));
    }

    private void pool(int pending, int claimed, String inserted) {
        site.says(COUNTS, 200, "{\"pendingTasks\":" + pending + ",\"claimedTasks\":" + claimed + "}");
        site.says(PENDING, 200, "{\"tasks\":[{\"taskId\":\"x\",\"inserted\":\"" + inserted + "\"}]}");
    }

    private Target workers() {
        return new WorkerPool(site.at("tc.test", ""), POOL, Duration.ofMinutes(4));
    }

    private void tree(String status, String reason) {
        site.says(
                "/api/trees/autoland",
                200,
                "{\"result\":{\"tree\":\"autoland\",\"status\":\"" + status + "\",\"reason\":\"" + reason + "\"}}");
    }

    private Target tree() {
        return new TreeStatus(site.at("trees.test", "/api"), "autoland");
    }

    static void expect(Observation seen, Sign sign, String sentence) {
        assertThat(seen.sign() + ": " + seen.sentence()).isEqualTo(sign + ": " + sentence);
    }
}

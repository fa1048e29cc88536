package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.delivery.SignedRequest;
import dibs.testkit.Scale;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the address that Slack posts to, from Slack and from others. */
class SlackDoorTest {
    private static final String SECRET = "not-a-real-signing-secret";
    private static final int LIMIT = 512 * 1024;
    private static final int IN_TIME_MILLIS = 3_000;

    private final SlackScene scene = SlackScene.overHttp();
    private final FakeUser ann = scene.slack().user("ann");
    private final FakeChannel releng = scene.slack().channel("releng").with(ann);

    @AfterEach
    void close() {
        scene.close();
    }

    /** A claim that ann never typed, as Slack would send and sign it. */
    private SignedRequest claim() {
        String body = "command=%2Fclaim&text=dev-signing&user_id=" + ann.id() + "&user_name=ann&team_id=T1&channel_id="
                + releng.id() + "&trigger_id=1.2.3&response_url=http%3A%2F%2F127.0.0.1%3A1%2Fx";
        return scene.slack().requests().signed(SignedRequest.FORM, body);
    }

    private String holder() {
        return ann.types(releng, "/who-is-using dev-signing").answer().words();
    }

    @Test
    void whatSlackSignsIsDone() {
        assertThat(scene.slack().requests().sends(claim()).status()).isEqualTo(200);
        assertThat(holder()).contains("ann");
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-299, 200", "299, 200", "301, 401", "3600, 401"})
    void whatIsMoreThanFiveMinutesOffIsRefused(long seconds, int status) {
        SignedRequest signed = claim().signed(SECRET, scene.clock().instant().plusSeconds(seconds));
        assertThat(scene.slack().requests().sends(signed).status()).isEqualTo(status);
        assertThat(holder()).contains(status == 200 ? "ann" : "free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "v0=00", "v1=abc", "💥"})
    void whatIsNotSignedIsRefused(String signature) {
        byte[] body = claim().body();
        SignedRequest forged = signature.equals("💥")
                ? claim().withBody(new String(body, StandardCharsets.UTF_8)
                        .replace("dev-signing", "dev-balrog")
                        .getBytes(StandardCharsets.UTF_8))
                : claim().withSignature(signature);
        assertThat(scene.slack().requests().sends(forged).status()).isEqualTo(401);
        assertThat(scene.slack()
                        .requests()
                        .sends(forged.without("X-Slack-Signature"))
                        .status())
                .isEqualTo(401);
        assertThat(holder()).contains("free");
    }

    @Test
    void aBodyMayEndWithALineBreak() {
        byte[] body = (new String(claim().body(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        SignedRequest signed = scene.slack().requests().signed(SignedRequest.FORM, body);
        assertThat(scene.slack().requests().sends(signed).status()).isEqualTo(200);
    }

    @Test
    void whatIsTooLongIsNotRead() {
        Instant now = scene.clock().instant();
        SignedRequest longest = claim().enlargedTo(LIMIT, SECRET, now);
        assertThat(scene.slack().requests().sends(longest).status()).isEqualTo(200);
        assertThat(scene.slack()
                        .requests()
                        .sends(claim().enlargedTo(LIMIT + 1, SECRET, now))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anotherWorkspaceIsTurnedAway() {
        String body = new String(claim().body(), StandardCharsets.UTF_8).replace("team_id=T1", "team_id=T9");
        SignedRequest signed = scene.slack().requests().signed(SignedRequest.FORM, body);
        assertThat(scene.slack().requests().sends(signed).body()).contains("not installed for this workspace");
        assertThat(holder()).contains("free");
    }

    @Test
    void slackMayAskWhetherTheAddressIsOurs() {
        assertThat(scene.slack().requests().verifiesUrl("a-challenge").body()).contains("a-challenge");
    }

    @Test
    void whatTheSecretSignsButSlackNeverSentIsNoFailureOfOurs() {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "payload=%7B",
                "payload=[]",
                "command=",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\"}}",
                "command=%2Fclaim&team_id=T1&text=" + "x".repeat(10_000))) {
            for (String type : List.of(SignedRequest.FORM, SignedRequest.JSON)) {
                int status = scene.slack()
                        .requests()
                        .sends(scene.slack().requests().signed(type, body))
                        .status();
                assertThat(status).as("%.80s as %s", body, type).isBetween(200, 499);
            }
        }
        assertThat(holder()).contains("free");
    }

    /** Each a real claim with something done to it: its bytes, its signature, its time. */
    @Test
    void forgeriesByTheThousandOpenNothing() {
        long seed = Long.getLong("dibs.seed", 20_261_123L);
        Random random = new Random(seed);
        Map<Integer, Integer> statuses = new TreeMap<>();
        int count = Scale.of(2_000, 100_000);
        for (int i = 0; i < count; i++) {
            statuses.merge(scene.slack().requests().sends(forged(random)).status(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).as("seed %s: %s", seed, statuses).isSubsetOf(400, 401, 413);
        assertThat(holder()).contains("free");
    }

    private SignedRequest forged(Random random) {
        SignedRequest claim = claim();
        return switch (random.nextInt(7)) {
            case 0 ->
                claim.signed("another-secret-" + random.nextInt(), scene.clock().instant());
            case 1 -> claim.signed(SECRET, scene.clock().instant().plusSeconds(random.nextBoolean() ? -1_000 : 1_000));
            case 2 -> claim.cutTo(random.nextInt(claim.body().length));
            case 3 -> {
                byte[] body = claim.body();
                body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
                yield claim.withBody(body);
            }
            case 4 -> claim.withTimestamp(Long.toString(random.nextLong()));
            case 5 -> claim.withSignature("v0=" + Long.toHexString(random.nextLong()));
            default -> claim.withBody(new byte[random.nextInt(2_000)]).with("Content-Type", SignedRequest.JSON);
        };
    }

    @Test
    void aStalledStoreKeepsNobodyWaiting() {
        int people = Scale.of(12, 60);
        List<FakeUser> crowd = IntStream.range(0, people)
                .mapToObj(i -> scene.slack().user("p" + i))
                .toList();
        List<Exchange> exchanges = scene.whileStoreStalls(() -> allAtOnce(crowd));
        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.problems()).isEmpty())
                .allSatisfy(exchange -> assertThat(exchange.millis()).isLessThan(IN_TIME_MILLIS));
        List<String> answers =
                exchanges.stream().map(exchange -> exchange.followUp().words()).toList();
        assertThat(answers).filteredOn(answer -> answer.contains("is yours")).hasSize(1);
        assertThat(answers).noneMatch(answer -> answer.contains("Something broke"));
    }

    private List<Exchange> allAtOnce(List<FakeUser> crowd) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Exchange>> typed = crowd.stream()
                    .map(person -> CompletableFuture.supplyAsync(
                            () -> person.types(releng, "/claim dev-signing for 1h"), executor))
                    .toList();
            return typed.stream().map(CompletableFuture::join).toList();
        }
    }
}

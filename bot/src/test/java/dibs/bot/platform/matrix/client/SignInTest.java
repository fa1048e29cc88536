package dibs.bot.platform.matrix.client;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Access.Place;
import dibs.bot.platform.matrix.client.Access.Proof;
import dibs.bot.platform.matrix.client.Homeserver.Identity;
import dibs.synapse.Keeping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How Dibs gets in, stays in, and stops where it is no longer let in. */
class SignInTest {
    private static final String LOGIN = "/_matrix/client/v3/login";
    private static final String REFRESH = "/_matrix/client/v3/refresh";
    private static final String WHO = "/_matrix/client/v3/account/whoami";
    private static final String SYNC = "/_matrix/client/v3/sync";
    private static final UserId USER = new UserId("@dibs:hs.test");
    private static final Identity IDENTITY = new Identity(USER, "DEV");
    private static final String SOFT =
            "{\"errcode\":\"M_UNKNOWN_TOKEN\",\"error\":\"Token expired\",\"soft_logout\":true}";
    private static final String HARD = "{\"errcode\":\"M_UNKNOWN_TOKEN\",\"error\":\"Unknown token\"}";
    private static final Stub.Script NOTHING_NEW = Stub.answer(200, "{\"next_batch\":\"s2\"}");

    private final Stub stub = new Stub().always(SYNC, NOTHING_NEW).always(LOGIN, in("first"));
    private final Keeping kept = new Keeping();
    private HttpHomeserver dibs = client(password());

    private static Stub.Script in(String token) {
        return Stub.answer(
                200,
                "{\"user_id\":\"@dibs:hs.test\",\"device_id\":\"DEV\",\"access_token\":\"" + token
                        + "\",\"refresh_token\":\"refresh-" + token + "\"}");
    }

    private static Stub.Script inWithoutRefresh(String token) {
        return Stub.answer(
                200, "{\"user_id\":\"@dibs:hs.test\",\"device_id\":\"DEV\",\"access_token\":\"" + token + "\"}");
    }

    private Access password() {
        return new Access(new Place.At(stub.address()), new Proof.Password("dibs", "hunter2"), Optional.empty());
    }

    private Access token(Optional<UserId> user) {
        return new Access(new Place.At(stub.address()), new Proof.Token("given"), user);
    }

    private HttpHomeserver client(Access access) {
        return new HttpHomeserver(access, kept, "http", Duration.ofSeconds(30), Exchange.LARGEST_BATCH);
    }

    private Sent<Batch> sync() {
        return dibs.sync(Optional.of("s1"), Duration.ZERO);
    }

    private List<String> tokens() {
        return stub.asked(SYNC).stream()
                .map(one -> one.headers().getOrDefault("authorization", ""))
                .toList();
    }

    @AfterEach
    void stop() {
        dibs.close();
        stub.close();
    }

    @Test
    void aPasswordIsGivenOnce() {
        assertThat(sync()).isInstanceOf(Sent.Done.class);
        assertThat(dibs.identity()).contains(IDENTITY);
        dibs.close();

        dibs = client(password());
        assertThat(sync()).isInstanceOf(Sent.Done.class);

        assertThat(stub.asked(LOGIN))
                .singleElement()
                .satisfies(login -> assertThat(login.body())
                        .contains("\"hunter2\"", "\"user\":\"dibs\"")
                        .doesNotContain("device_id\""));
        assertThat(tokens()).containsExactly("Bearer first", "Bearer first");
    }

    @Test
    void aTokenIsCheckedAgainstWhomItIsToBe() {
        dibs = client(token(Optional.of(new UserId("@other:hs.test"))));

        assertThat(sync()).isInstanceOfSatisfying(Sent.Refused.class, no -> {
            assertThat(no.error()).isEqualTo("DIBS_WRONG_ACCOUNT");
            assertThat(no.why()).contains("@dibs:hs.test", "DEV");
        });
        assertThat(stub.asked(SYNC)).isEmpty();
        assertThat(dibs.identity()).isEmpty();
    }

    @Test
    void aTokenThatIsGoodNeedsNoPassword() {
        dibs = client(token(Optional.of(USER)));

        assertThat(dibs.signIn()).isEqualTo(new Sent.Done<>(IDENTITY));
        assertThat(stub.asked(LOGIN)).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefreshedAndKeptBeforeItIsUsed() {
        stub.next(SYNC, Stub.answer(401, SOFT));
        stub.always(REFRESH, Stub.answer(200, "{\"access_token\":\"second\",\"refresh_token\":\"refresh-second\"}"));

        assertThat(sync()).isInstanceOf(Sent.Done.class);

        assertThat(tokens()).containsExactly("Bearer first", "Bearer second");
        assertThat(stub.asked(REFRESH)).singleElement().satisfies(refresh -> {
            assertThat(refresh.body()).contains("refresh-first");
            assertThat(refresh.headers()).doesNotContainKey("authorization");
        });
        assertThat(kept.find("dibs")).contains(new Kept.Key(IDENTITY, "second", Optional.of("refresh-second")));
        assertThat(stub.asked(LOGIN)).hasSize(1);
    }

    @Test
    void aRefreshThatBringsNoTokenIsTriedAgainAndNothingIsKeptOfIt() {
        stub.next(SYNC, Stub.answer(401, SOFT), Stub.answer(401, SOFT));
        stub.next(REFRESH, Stub.answer(200, "{}"), Stub.answer(200, "{\"access_token\":\"second\"}"));

        assertThat(sync()).isInstanceOf(Sent.Later.class);
        assertThat(kept.find("dibs")).contains(new Kept.Key(IDENTITY, "first", Optional.of("refresh-first")));
        assertThat(sync()).isInstanceOf(Sent.Done.class);
        assertThat(kept.find("dibs")).contains(new Kept.Key(IDENTITY, "second", Optional.of("refresh-first")));
    }

    @Test
    void whoseRefreshIsLostTriesItAgain() {
        stub.next(SYNC, Stub.answer(401, SOFT), Stub.answer(401, SOFT));
        stub.next(REFRESH, Stub.cut(), Stub.answer(200, "{\"access_token\":\"second\"}"));

        assertThat(sync()).isInstanceOf(Sent.Later.class);
        assertThat(sync()).isInstanceOf(Sent.Done.class);

        assertThat(kept.find("dibs")).contains(new Kept.Key(IDENTITY, "second", Optional.of("refresh-first")));
    }

    @Test
    void aSoftLogoutSignsInAgainWithTheSameDevice() {
        stub.always(LOGIN, inWithoutRefresh("first")).next(SYNC, Stub.answer(401, SOFT));
        assertThat(dibs.signIn()).isInstanceOf(Sent.Done.class);
        stub.always(LOGIN, inWithoutRefresh("second"));

        assertThat(sync()).isInstanceOf(Sent.Done.class);

        assertThat(stub.asked(LOGIN)).hasSize(2);
        assertThat(stub.asked(LOGIN).getLast().body()).contains("\"device_id\":\"DEV\"");
        assertThat(tokens()).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void whoIsSignedOutStopsAndSaysSo() {
        stub.always(LOGIN, inWithoutRefresh("first")).always(SYNC, Stub.answer(401, HARD));

        for (int i = 0; i < 5; i++) {
            assertThat(sync()).isInstanceOfSatisfying(Sent.Refused.class, no -> {
                assertThat(no.error()).isEqualTo("M_UNKNOWN_TOKEN");
                assertThat(no.why()).contains("signed Dibs out", "start it anew");
            });
        }

        assertThat(stub.asked(SYNC)).hasSize(1);
        assertThat(stub.asked(LOGIN)).hasSize(1);
        assertThat(kept.find("dibs")).isEmpty();
        assertThat(dibs.identity()).isEmpty();
    }

    @Test
    void aTokenThatIsRefusedAsSoonAsItIsGivenOutMakesNoCircle() {
        stub.always(LOGIN, inWithoutRefresh("again")).always(SYNC, Stub.answer(401, SOFT));

        for (int i = 0; i < 5; i++) {
            assertThat(sync()).isInstanceOf(Sent.Refused.class);
        }

        assertThat(stub.asked(LOGIN)).hasSize(2);
        assertThat(stub.asked(SYNC)).hasSize(2);
    }

    @Test
    void aWrongPasswordIsGivenOnce() {
        stub.always(
                LOGIN, Stub.answer(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"Invalid username or password\"}"));

        for (int i = 0; i < 5; i++) {
            assertThat(sync()).isEqualTo(new Sent.Refused<>(403, "M_FORBIDDEN", "Invalid username or password"));
        }

        assertThat(stub.asked(LOGIN)).hasSize(1);
    }

    @Test
    void tooManySignInsWaitAsLongAsTheServerSays() {
        stub.next(LOGIN, Stub.answer(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":333000}"), in("first"));

        assertThat(sync().map(none -> ""))
                .isEqualTo(new Sent.Later<>(Optional.of(Duration.ofSeconds(333)), "429 M_LIMIT_EXCEEDED"));
        assertThat(sync()).isInstanceOf(Sent.Done.class);
    }

    @Test
    void whatWasKeptIsCheckedToo() {
        kept.keep("dibs", new Kept.Key(new Identity(USER, "OTHER"), "old", Optional.empty()));

        assertThat(sync())
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("DIBS_WRONG_ACCOUNT"));
        assertThat(stub.asked(WHO)).hasSize(1);
    }

    @Test
    void aServersNameLeadsToItsHomeserver() {
        try (Stub site = new Stub();
                HttpHomeserver named =
                        client(new Access(new Place.Named(site.name()), new Proof.Token("given"), Optional.empty()))) {
            String wellKnown = "/.well-known/matrix/client";
            site.next(
                    wellKnown,
                    Stub.answer(503, ""),
                    Stub.answer(200, "{\"m.homeserver\":{\"base_url\":\"" + stub.address() + "/\"}}"));

            assertThat(named.signIn()).isInstanceOf(Sent.Later.class);
            assertThat(named.signIn()).isEqualTo(new Sent.Done<>(IDENTITY));

            assertThat(site.asked()).hasSize(2).allSatisfy(one -> {
                assertThat(one.path()).isEqualTo(wellKnown);
                assertThat(one.headers()).doesNotContainKey("authorization");
            });
            assertThat(stub.asked("/_matrix/client/versions")).hasSize(1);
        }
    }

    @Test
    void aServerThatSaysNothingIsItsOwnHomeserver() {
        try (HttpHomeserver named =
                client(new Access(new Place.Named(stub.name()), new Proof.Token("given"), Optional.empty()))) {
            assertThat(named.signIn()).isEqualTo(new Sent.Done<>(IDENTITY));
        }
    }

    @Test
    void aWellKnownThatNamesNoAddressIsRefused() {
        stub.always("/.well-known/matrix/client", Stub.answer(200, "{\"m.homeserver\":{\"base_url\":\"ftp://x\"}}"));
        try (HttpHomeserver named =
                client(new Access(new Place.Named(stub.name()), new Proof.Token("given"), Optional.empty()))) {
            assertThat(named.signIn())
                    .isInstanceOfSatisfying(
                            Sent.Refused.class, no -> assertThat(no.why()).contains("names no usable address"));
        }
    }

    @Test
    void secretsAreNotShown() {
        Kept.Key key = new Kept.Key(IDENTITY, "access-secret", Optional.of("refresh-secret"));

        assertThat(key + " " + password() + " " + token(Optional.empty())).doesNotContain("secret", "hunter2", "given");
    }
}

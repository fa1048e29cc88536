package dibs.fakeslack;

import dibs.fakeslack.delivery.HttpDelivery;
import dibs.fakeslack.delivery.Payloads;
import dibs.fakeslack.delivery.Retry;
import dibs.fakeslack.delivery.SocketMode;
import dibs.fakeslack.web.ApiServer;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.web.Faults;
import dibs.fakeslack.web.Journal;
import dibs.fakeslack.web.Pace;
import dibs.fakeslack.web.Tokens;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.Workspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A Slack that speaks its protocols, on a port of the loopback address. Its hours are those of the clock that it is
 * given; only what it measures and how long a test waits goes by the machine's own.
 */
public final class FakeSlack implements AutoCloseable {
    private static final String SIGNING_SECRET = "not-a-real-signing-secret";
    private static final String APP_TOKEN = "xapp-not-a-real-app-token";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Workspace workspace;
    private final Team home;
    private final Tokens tokens;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Pace pace;
    private final ApiServer server;
    private final Payloads payloads;
    private final Switchboard board;
    private final Forms forms = new Forms(this);
    private final HttpClient client = HttpClient.newHttpClient();
    private final SocketMode sockets = new SocketMode(ApiServer.APP_ID);

    private FakeSlack(InstantSource clock, @Nullable String enterpriseId) {
        workspace = new Workspace(clock);
        home = workspace.install("T1", "acme", enterpriseId);
        tokens = new Tokens(workspace, APP_TOKEN);
        pace = new Pace(clock);
        server = new ApiServer(workspace, tokens, faults, journal, pace, sockets::url);
        payloads = new Payloads(workspace, server.address(), ApiServer.APP_ID);
        board = new Switchboard(this, workspace, payloads, sockets);
    }

    /** A workspace {@code T1} with nobody but the bot in it. */
    public static FakeSlack start(InstantSource clock) {
        return new FakeSlack(clock, null);
    }

    /** The same as a part of an organisation. */
    public static FakeSlack start(InstantSource clock, String enterpriseId) {
        return new FakeSlack(clock, enterpriseId);
    }

    // What the app is set up with

    /** What the app calls instead of {@code https://slack.com/api/}. */
    public String apiUrl() {
        return server.address() + "/api/";
    }

    public String botToken() {
        return home.botToken();
    }

    public String signingSecret() {
        return SIGNING_SECRET;
    }

    public String appToken() {
        return APP_TOKEN;
    }

    public String botUserId() {
        return home.botUserId();
    }

    public String teamId() {
        return home.id();
    }

    /** Where events, commands and interactions go to, as signed requests. */
    public FakeSlack connect(URI target) {
        board.connect(new HttpDelivery(client, target, SIGNING_SECRET, workspace.clock()));
        return this;
    }

    // Who and what is there

    /** The user of this name; made on first use, a full member in UTC. */
    public FakeUser user(String name) {
        return user(home, name);
    }

    /** The user of this name in another workspace. */
    public FakeUser user(Team team, String name) {
        return new FakeUser(this, team, workspace.member(team.id(), name).id());
    }

    /** The channel of this name; made on first use, public, with the bot in it. */
    public FakeChannel channel(String name) {
        return channel(home, name);
    }

    /** The channel of this name in another workspace. */
    public FakeChannel channel(Team team, String name) {
        return new FakeChannel(this, team, workspace.channel(team, name));
    }

    /** Puts these users into a group, and nobody else; gives its id. */
    public String userGroup(String handle, FakeUser... users) {
        return workspace.locked(() -> {
            Workspace.UserGroup group = workspace.group(home.id(), handle);
            group.users().clear();
            for (FakeUser user : users) {
                group.users().add(user.id());
            }
            return group.id();
        });
    }

    /** Installs the app into one more workspace. */
    public Team install(String teamId, String domain) {
        return workspace.install(teamId, domain, null);
    }

    /** The app also hears of messages in channels: {@code message.channels}, {@code message.groups}. */
    public void subscribes(String event) {
        board.subscribe(event);
    }

    /** The manifest does not ask for ids in commands: names stay names. */
    public void leavesNamesInCommands() {
        board.leaveNames();
    }

    // What goes wrong

    /** Lets the next calls of a method fail; {@code *} means every method, {@code response_url} those addresses. */
    public void fails(String method, int times, Fault fault) {
        faults.plan(method, null, times, fault);
    }

    /** The same for calls about one channel only. */
    public void failsIn(FakeChannel channel, String method, int times, Fault fault) {
        faults.plan(method, channel.id(), times, fault);
    }

    /** Nothing fails any more. */
    public void heals() {
        faults.heal();
    }

    /** Ends the calls that hang, without an answer. */
    public void letsGo() {
        server.letGo();
    }

    /** From now on more than one message a second in a channel is answered with 429. */
    public void keepsPace() {
        pace.keep();
    }

    public void revokesToken() {
        tokens.revoke(home.botToken());
    }

    public void restoresToken() {
        tokens.restore(home.botToken());
    }

    /** The app has these scopes and no others. */
    public void grants(String... scopes) {
        tokens.grant(Set.of(scopes));
    }

    // What is told out of turn

    /** A command whose connection breaks before it is acknowledged, and which comes again over the next one. */
    public Exchange typesOverBrokenSocket(FakeUser user, FakeChannel channel, String line) {
        return board.typesOverBrokenSocket(user, channel, line);
    }

    /** Sends what was told before once more, as a repeat. */
    public Exchange redelivers(Exchange before, int number, String reason) {
        return board.again(before, new Retry(number, reason));
    }

    /** The requests by which the app is told over HTTP, bare. */
    public Requests requests() {
        return new Requests(client, board, payloads, SIGNING_SECRET, workspace.clock());
    }

    // What can be looked at

    /** All calls that the app made. */
    public Journal journal() {
        return journal;
    }

    /** The connections of Socket Mode; while one is open, everything goes there. */
    public SocketMode sockets() {
        return sockets;
    }

    /** Everything that is remembered, for what has no better name here. */
    public Workspace workspace() {
        return workspace;
    }

    /** Waits until it holds. {@link AssertionError} with the journal when it does not within ten seconds. */
    public void await(String what, BooleanSupplier holds) {
        if (!workspace.await(holds, LONGEST_WAIT)) {
            throw new AssertionError("waited in vain for " + what + "; calls so far:\n" + journal);
        }
    }

    Switchboard board() {
        return board;
    }

    Forms forms() {
        return forms;
    }

    FakeChannel channelOf(Team team, Message message) {
        Conversation conversation = workspace.conversation(message.channel()).orElseThrow();
        return new FakeChannel(this, team, conversation);
    }

    @Override
    public void close() {
        server.close();
        sockets.close();
        client.close();
    }
}

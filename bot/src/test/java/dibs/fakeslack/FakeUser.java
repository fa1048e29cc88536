package dibs.fakeslack;

import dibs.fakeslack.delivery.Payload;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Member;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.View;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person in Slack: does what people do there, sees what they see. Whatever is done here waits for the app's
 * acknowledgement; what follows later is waited for by {@link Exchange}.
 */
public final class FakeUser {
    private final FakeSlack slack;
    private final Team team;
    private final String id;

    FakeUser(FakeSlack slack, Team team, String id) {
        this.slack = slack;
        this.team = team;
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String name() {
        return member().name();
    }

    // Who it is

    public FakeUser livesIn(String zone) {
        return change(member -> member.in(zone));
    }

    public FakeUser isCalled(String realName, String displayName) {
        return change(member -> member.called(realName, displayName));
    }

    public FakeUser isGuest() {
        return change(member -> member.standing(Member.Standing.GUEST));
    }

    public FakeUser isSingleChannelGuest() {
        return change(member -> member.standing(Member.Standing.SINGLE_CHANNEL_GUEST));
    }

    public FakeUser isBot() {
        return change(member -> member.standing(Member.Standing.BOT));
    }

    /** Of another organisation, met through a shared channel. */
    public FakeUser isStranger(String teamId) {
        return change(member -> member.standing(Member.Standing.STRANGER).of(teamId));
    }

    /** The account is closed. */
    public FakeUser isGone() {
        return change(Member::gone);
    }

    // What it does

    /** Types a line that begins with a slash. */
    public Exchange types(FakeChannel channel, String line) {
        return slack.board().types(this, channel, line);
    }

    /** Writes a message that begins with the bot's name. */
    public Exchange mentions(FakeChannel channel, String text) {
        return slack.board().says(this, channel, "@dibs " + text, null);
    }

    /** The same in the thread of a message. */
    public Exchange mentions(FakeChannel channel, Message thread, String text) {
        return slack.board().says(this, channel, "@dibs " + text, thread);
    }

    /** Writes a message; the app is told of it in a direct message, and where it subscribed to the channel's messages. */
    public Exchange says(FakeChannel channel, String text) {
        return slack.board().says(this, channel, text, null);
    }

    /** Writes into the thread of a message. */
    public Exchange answers(FakeChannel channel, Message thread, String text) {
        return slack.board().says(this, channel, text, thread);
    }

    /** Writes a message that nobody is told of, for something to refer to. */
    public Message wrote(FakeChannel channel, String text) {
        joins(channel);
        ObjectNode json = Json.object().put("user", id).put("team", member().teamId());
        json.put("text", slack.board().messageText(team, text));
        return slack.workspace().post(channel.conversation(), json, null, null);
    }

    /** Presses a button that says this, or has this action id; the message may be an old copy. */
    public Exchange presses(Message message, String button) {
        return chooses(message, button, "");
    }

    /** Chooses in a select, an overflow menu or checkboxes of a message; by label or action id, by words or value. */
    public Exchange chooses(Message message, String element, String option) {
        FakeChannel channel = slack.channelOf(team, message);
        ObjectNode action = slack.forms().action(message.blocks(), element, option);
        return slack.board()
                .tell(
                        this,
                        channel,
                        slack.board().payloads().action(team, member(), channel.conversation(), message, action));
    }

    /** Presses a button in a modal or on the Home tab. */
    public Exchange presses(View view, String button) {
        return chooses(view, button, "", Map.of());
    }

    /** The same, with these inputs filled in but not sent off. */
    public Exchange presses(View view, String button, Map<String, String> inputs) {
        return chooses(view, button, "", inputs);
    }

    /** Chooses in a view, with inputs filled in but not sent off. */
    public Exchange chooses(View view, String element, String option, Map<String, String> inputs) {
        ObjectNode action = slack.forms().action(view.blocks(), element, option);
        var filled = slack.forms().filled(this, view, inputs);
        return slack.board().tell(this, null, slack.board().payloads().action(team, member(), view, filled, action));
    }

    /**
     * Sends a modal off. {@link AssertionError} when a client would not let it go: a needed input is empty.
     *
     * @param inputs by label, action id or block id; a text, or an option's words or value
     */
    public Exchange submits(View view, Map<String, String> inputs) {
        var filled = slack.forms().filled(this, view, inputs);
        if (!filled.problems().isEmpty()) {
            throw new AssertionError("a client would not send this off: " + filled.problems());
        }
        return slack.board().tell(this, null, slack.board().payloads().submission(team, member(), view, filled));
    }

    /** Closes the modal on top; the app is told if it asked for that. */
    public Exchange closes(View view) {
        return slack.board().closes(this, view);
    }

    /** Looks at the Home tab. */
    public Exchange opensHome() {
        FakeChannel dm = dm();
        ObjectNode event = Json.object()
                .put("type", "app_home_opened")
                .put("user", id)
                .put("channel", dm.id())
                .put("tab", "home")
                .put("event_ts", slack.workspace().time());
        return slack.board().tell(this, dm, slack.board().payloads().event(team, event, false));
    }

    /** Uses a shortcut on a message. */
    public Exchange usesShortcut(String callbackId, Message message) {
        FakeChannel channel = slack.channelOf(team, message);
        return slack.board()
                .tell(
                        this,
                        channel,
                        slack.board().payloads().shortcut(team, member(), channel.conversation(), message, callbackId));
    }

    /** Uses a shortcut from the menu. */
    public Exchange usesShortcut(String callbackId) {
        return slack.board().tell(this, null, slack.board().payloads().shortcut(team, member(), callbackId));
    }

    /** Types into a select whose options the app looks up, and gives the words of what it offers. */
    public List<String> picks(View view, String element, String typed) {
        return slack.forms().offered(this, view, element, typed).stream()
                .map(option -> Json.text(option.path("text"), "text"))
                .toList();
    }

    // What it sees

    /** The conversation with the bot. */
    public FakeChannel dm() {
        return new FakeChannel(slack, team, slack.workspace().direct(team, id));
    }

    /** The Home tab; {@link AssertionError} while nothing was published there. */
    public View home() {
        slack.await(
                "a Home tab for " + this,
                () -> slack.workspace().views().home(id).isPresent());
        return slack.workspace()
                .locked(() -> slack.workspace().views().home(id))
                .orElseThrow();
    }

    /** The modals that are open, the one on top last. */
    public List<View> modals() {
        return slack.workspace().locked(() -> slack.workspace().views().stack(id));
    }

    /** Waits for a modal and gives the one on top. */
    public View modal() {
        slack.await("a modal for " + this, () -> !modals().isEmpty());
        return modals().getLast();
    }

    Member member() {
        return slack.workspace().memberById(id).orElseThrow();
    }

    Team team() {
        return team;
    }

    boolean isBotUser() {
        return member().standing() == Member.Standing.BOT;
    }

    void joins(FakeChannel channel) {
        channel.with(this);
    }

    Exchange tell(@Nullable FakeChannel channel, Payload payload) {
        return slack.board().tell(this, channel, payload);
    }

    private FakeUser change(UnaryOperator<Member> change) {
        slack.workspace().change(id, change);
        return this;
    }

    @Override
    public String toString() {
        return "@" + name();
    }
}

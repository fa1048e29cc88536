package dibs.bot.platform.matrix.hear;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Sending;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.room.RoomState;
import dibs.bot.platform.matrix.room.Standing;
import dibs.bot.platform.matrix.room.Zones;
import dibs.bot.platform.matrix.say.Hearers;
import dibs.bot.platform.matrix.say.Relation;
import dibs.bot.platform.matrix.say.Said;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Reply;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one way from Matrix to the conversation: a line in, and its answer among what is to be sent. */
final class Talking {
    private static final int MOST_NAMED = 10;

    private final Conversation conversation;
    private final Directory directory;
    private final Standing standing;
    private final Zones zones;
    private final Hearing hearing;
    private final DirectRooms directs;
    private final Saying saying;
    private final Replies replies;
    private final Journal journal;
    private final ZoneId zone;

    Talking(Means means, Hearing hearing, Journal journal, Replies replies) {
        this.conversation = means.conversation();
        this.directory = means.directory();
        this.standing = means.standing();
        this.zones = means.zones();
        this.directs = means.directs();
        this.saying = means.saying();
        this.zone = means.zone();
        this.hearing = hearing;
        this.journal = journal;
        this.replies = replies;
    }

    /**
     * A line that is to be answered.
     *
     * @param heard the event that says it
     * @param about the lease that a pressed reaction was offered for
     * @param to where the answer belongs
     * @param late whether it was said too long ago to be done unasked
     */
    record Turn(Heard heard, Spoken spoken, Optional<Inbound.About> about, Relation to, boolean late) {}

    /** Answers a line; the word for how it came out. */
    String answer(Turn turn) {
        Heard heard = turn.heard();
        UserId speaker = heard.event().sender();
        Optional<AccountId> account = Self.account(speaker);
        if (account.isEmpty()) {
            journal.note(heard, "no-account");
            return "no-account";
        }
        meetAll(turn, speaker);
        Inbound inbound = inbound(turn, account.get());
        Answer answer = turn.late() ? conversation.offer(inbound, heard.event().sent()) : conversation.answer(inbound);
        Reply reply = answer.reply();
        Hearers hearers = hearing.hearers(heard.room());
        boolean whisper = isSecret(reply) && hearers != Hearers.ONE;
        Sayings sayings = whisper
                ? whisper(turn, answer, account.get())
                : new Sayings(
                        said(turn, saying.answer(answer, hearers, told(turn), Optional.of(turn.to())), account.get()),
                        Saying.saysNotices(hearers));
        List<Pending> pending = sayings.notices() ? answer.pending() : List.of();
        journal.note(journal.event(heard, reply.outcome().word(), lease(reply)), sayings.all(), pending);
        if (pending.equals(answer.pending())) {
            conversation.delivered(answer);
        }
        return reply.outcome().word();
    }

    private Inbound inbound(Turn turn, AccountId account) {
        Heard heard = turn.heard();
        UserId speaker = heard.event().sender();
        return new Inbound(
                Optional.of(heard.event().id()),
                account,
                called(speaker, "", heard.room()),
                zones.of(speaker),
                heard.room().value(),
                turn.spoken().line(),
                Optional.of(standing.of(speaker)),
                turn.about());
    }

    /** Whoever typed it a moment ago looks at it anyway. */
    private static List<UserId> told(Turn turn) {
        return turn.late() ? List.of(turn.heard().event().sender()) : List.of();
    }

    /** Whoever has it becomes that person: no room is told. */
    private static boolean isSecret(Reply reply) {
        return reply.command().filter("me"::equals).isPresent()
                && reply.facts().code().isPresent();
    }

    /**
     * What is sent because of an answer.
     *
     * @param notices whether the answer's notices stand in it
     */
    private record Sayings(List<Sending> all, boolean notices) {}

    private Sayings whisper(Turn turn, Answer answer, AccountId account) {
        UserId speaker = turn.heard().event().sender();
        List<Sending> sendings = new ArrayList<>();
        Block words =
                Block.say("That is for nobody else's eyes, and I cannot open a direct room for us now: try again.");
        Sent<RoomId> room = directs.with(speaker);
        if (room instanceof Sent.Done<RoomId> direct) {
            sendings.addAll(replies.of(
                    turn.heard().event().id(),
                    ".direct",
                    direct.result(),
                    saying.answer(answer, Hearers.ONE, List.of(speaker), Optional.empty()),
                    Optional.of(account),
                    journal.now()));
            words = Block.say("That is for nobody else's eyes: I wrote it to you in our direct room.");
        }
        sendings.addAll(words(turn.heard(), turn.to(), List.of(words), List.of()));
        return new Sayings(sendings, room instanceof Sent.Done<RoomId>);
    }

    private List<Sending> said(Turn turn, List<Said> said, AccountId account) {
        return replies.of(turn.heard().event().id(), turn.heard().room(), said, Optional.of(account), journal.now());
    }

    /** Words of Dibs' own in answer to an event, for its sender to press what is in them. */
    List<Sending> words(Heard heard, Relation to, List<Block> blocks, List<Action> actions) {
        return words(heard, to, blocks, actions, Self.account(heard.event().sender()));
    }

    /** The same for that account to press what is in them; nothing: for whoever is there. */
    List<Sending> words(
            Heard heard, Relation to, List<Block> blocks, List<Action> actions, Optional<AccountId> entitled) {
        Reader reader = new Reader(zones.of(heard.event().sender()).orElse(zone), journal.now());
        return replies.of(
                heard.event().id(),
                heard.room(),
                saying.words(blocks, actions, reader, hearing.hearers(heard.room()), Optional.of(to)),
                entitled,
                journal.now());
    }

    /** Says them, and notes the event. */
    void say(Heard heard, String outcome, Block words) {
        HeardEvent event = journal.event(heard, outcome, Optional.empty());
        journal.note(event, words(heard, heard.relation(), List.of(words), List.of()), List.of());
    }

    private static Optional<LeaseMeant> lease(Reply reply) {
        return reply.facts()
                .lease()
                .flatMap(lease ->
                        lease.token().map(token -> new LeaseMeant(new EnvironmentId(lease.environment()), token)));
    }

    private void meetAll(Turn turn, UserId speaker) {
        Map<UserId, String> named = turn.spoken().named();
        List<UserId> users = named.keySet().stream().limit(MOST_NAMED).toList();
        zones.lookUp(
                Stream.concat(users.stream(), Stream.of(speaker)).distinct().toList());
        users.forEach(
                user -> meet(user, named.getOrDefault(user, ""), turn.heard().room()));
    }

    /** Whoever is named is somebody, also before having said a word. */
    private void meet(UserId user, String label, RoomId room) {
        Self.account(user)
                .ifPresent(account ->
                        directory.meet(new Account(account, called(user, label, room), zones.of(user)), journal.now()));
    }

    private String called(UserId user, String label, RoomId room) {
        RoomState state = hearing.state(room);
        String shown = state.called(user).isBlank() ? label : state.called(user);
        String local = user.value().substring(1).split(":", 2)[0];
        return shown.isBlank() ? local : shown;
    }
}

package dibs.bot.platform.matrix.unasked;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import dibs.bot.Talk;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.send.Outgoing;
import dibs.bot.platform.matrix.send.SendQueue;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.synapse.Keeping;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What Dibs says, on a homeserver that limits it as homeservers do unless they are told otherwise. */
class SpeakingIT {
    private Synapse synapse;
    private SynapsePerson dibs;
    private SynapsePerson ann;
    private HttpHomeserver client;
    private RoomId releng;
    private OnHomeserver program;

    @BeforeEach
    void start() {
        synapse = Synapse.start(Synapse.Limits.USUAL);
        dibs = synapse.register("dibs");
        ann = synapse.register("ann");
        client = new HttpHomeserver(
                new Access(
                        new Access.Place.At(synapse.address()),
                        new Access.Proof.Token(dibs.token()),
                        Optional.of(dibs.id())),
                new Keeping());
        client.signIn();
        releng = ann.creates(NewRoom.named("releng").with(dibs.id()));
        dibs.joins(releng);
        program = new OnHomeserver(client, dibs.id(), releng, InstantSource.system());
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
            client.close();
            synapse.close();
        }
    }

    private static ObjectNode notice(String words) {
        return JsonNodeFactory.instance.objectNode().put("msgtype", "m.notice").put("body", words);
    }

    @Test
    void moreAnswersThanItTakesAllComeOnceAndInOrderWithDibsOwnReactionsLeftOut() {
        SendQueue queue = program.queue();
        AccountId self = MatrixId.account(dibs.id());
        Offer offer = new Offer("⏳", "wait dev-signing", Optional.empty(), Optional.empty());
        // as it comes, Synapse takes ten at once and then one in five seconds
        List<String> words = IntStream.range(0, 13).mapToObj(i -> "answer " + i).toList();
        program.transactor().write(tx -> {
            words.forEach(each -> tx.sendings()
                    .put(new Sending(
                            self,
                            each,
                            releng.value(),
                            Outgoing.MESSAGE,
                            notice(each).toString(),
                            Kind.REPLY,
                            List.of(offer),
                            InstantSource.system().instant())));
            return true;
        });
        synapse.await("all to be sent", () -> {
            queue.run();
            return ann.reads(releng, dibs.id()).size() == words.size();
        });
        List<Message> heard = ann.reads(releng, dibs.id());
        assertThat(heard).extracting(Message::body).isEqualTo(words);
        assertThat(heard.getLast().reactions()).isEmpty();
    }

    @Test
    void whatOneHasToHearNotifiesAndANoticeWouldNotEvenWithAMention() {
        PersonId person = new PersonId("p1");
        Notice freed = new Notice.Freed(new EnvironmentId("dev-signing"), Talk.MONDAY.plusSeconds(600));
        Delivered told = program.messenger()
                .deliver(
                        new Recipient(MatrixId.account(ann.id()), ZoneOffset.UTC, Talk.MONDAY, false),
                        new Parcel("id1", person, List.of(new Pending("id1", person, freed, Talk.MONDAY))));
        assertThat(told).isInstanceOf(Delivered.Accepted.class);
        RoomId direct = directs().getFirst();
        ann.joins(direct);

        ObjectNode mention = notice("you may have it");
        mention.putObject("m.mentions").putArray("user_ids").add(ann.id().value());
        String silent = client.send(direct, Outgoing.MESSAGE, "t1", mention) instanceof Sent.Done<String> sent
                ? sent.result()
                : "";
        assertThat(silent).startsWith("$");
        Delivered again = program.messenger()
                .deliver(
                        new Recipient(MatrixId.account(ann.id()), ZoneOffset.UTC, Talk.MONDAY, false),
                        new Parcel("id2", person, List.of(new Pending("id2", person, freed, Talk.MONDAY))));

        String message = ((Delivered.Accepted) again).messageId();
        synapse.await("ann to be notified", () -> ann.notified().contains(message));
        assertThat(ann.notified()).doesNotContain(silent);
    }

    private List<RoomId> directs() {
        return client.accountData("m.direct") instanceof Sent.Done<ObjectNode> list
                ? list.result()
                        .path(ann.id().value())
                        .valueStream()
                        .map(JsonNode::asString)
                        .map(RoomId::new)
                        .toList()
                : List.of();
    }
}

package dibs.fakeslack.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls that Dibs makes, against a Slack that neither we nor Slack wrote. */
class EmulatorIT {
    private static final String BLOCKS = """
        [{"type":"section","text":{"type":"mrkdwn","text":"*%s*"}},
         {"type":"actions","elements":[{"type":"button","action_id":"unclaim","value":"L1",
          "text":{"type":"plain_text","text":"Unclaim"}}]}]\
        """;

    private final Emulator emulator = Emulator.start();
    private final Slack slack = Slack.getInstance(config(emulator.apiUrl()));
    private final SlackApi api = new SlackApi(slack.methods("xoxb-not-a-real-token"), sent -> {});

    private static SlackConfig config(String apiUrl) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        return config;
    }

    @AfterEach
    void stop() throws Exception {
        slack.close();
        emulator.close();
    }

    private <T extends SlackApiTextResponse> T done(SlackApi.Call<T> call) {
        Sent<T> sent = api.call(call);
        assertThat(sent).isInstanceOf(Sent.Done.class);
        return ((Sent.Done<T>) sent).result();
    }

    private String release() {
        return done(methods -> methods.conversationsList(ask -> ask.types(List.of(ConversationType.PUBLIC_CHANNEL))))
                .getChannels()
                .stream()
                .filter(channel -> channel.getName().equals("release"))
                .map(Conversation::getId)
                .findFirst()
                .orElseThrow();
    }

    private String ann() {
        return done(methods -> methods.usersList(ask -> ask)).getMembers().stream()
                .filter(user -> user.getName().equals("ann"))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    @Test
    void aBoardIsPostedPinnedEditedAndFoundAgain() {
        assertThat(done(methods -> methods.authTest(ask -> ask)).getTeamId()).isNotEmpty();
        String channel = release();
        String ts = done(methods -> methods.chatPostMessage(
                        ask -> ask.channel(channel).text("held").blocksAsString(BLOCKS.formatted("held"))))
                .getTs();
        done(methods -> methods.pinsAdd(ask -> ask.channel(channel).timestamp(ts)));
        done(methods -> methods.chatUpdate(
                ask -> ask.channel(channel).ts(ts).text("free").blocksAsString(BLOCKS.formatted("free"))));
        assertThat(done(methods -> methods.conversationsHistory(ask -> ask.channel(channel)))
                        .getMessages())
                .filteredOn(message -> message.getTs().equals(ts))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.getText()).isEqualTo("free");
                    assertThat(message.getBlocks()).hasSize(2);
                });
    }

    @Test
    void aPersonIsLookedUpWrittenToAndShownAHomeTab() {
        String ann = ann();
        assertThat(done(methods -> methods.usersInfo(ask -> ask.user(ann)))
                        .getUser()
                        .getRealName())
                .isEqualTo("Ann Lee");
        String channel = done(methods -> methods.conversationsOpen(ask -> ask.users(List.of(ann))))
                .getChannel()
                .getId();
        done(methods -> methods.chatPostMessage(ask -> ask.channel(channel).text("yours")));
        assertThat(done(methods -> methods.viewsPublish(ask -> ask.userId(ann)
                                .viewAsString("{\"type\":\"home\",\"blocks\":" + BLOCKS.formatted("mine") + "}")))
                        .getView()
                        .getBlocks())
                .hasSize(2);
    }

    @Test
    void aRefusalIsARefusal() {
        assertThat(api.call(methods ->
                        methods.chatPostMessage(ask -> ask.channel("C0NONE").text("x"))))
                .isEqualTo(new Sent.Refused<>("channel_not_found"));
    }
}

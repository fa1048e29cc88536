package dibs.fakeslack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.workspace.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack refuses in blocks and views, and that it takes what is just within. */
class BlockCheckTest {
    private static List<String> message(String json) {
        return BlockCheck.ofMessage(Json.parse(json));
    }

    private static String button(String id, String words) {
        return "{\"type\":\"button\",\"action_id\":\"%s\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}"
                .formatted(id, words);
    }

    private static String section(int length) {
        return "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(length) + "\"}}";
    }

    private static String listOf(int count, String entry) {
        return "[" + String.join(",", Collections.nCopies(count, entry)) + "]";
    }

    @Test
    void aTextMayHaveThreeThousandCharactersAndNotNone() {
        assertThat(message("[" + section(3000) + "]")).isEmpty();
        assertThat(message("[" + section(3001) + "]"))
                .containsExactly("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
        assertThat(message("[" + section(0) + "]"))
                .containsExactly("[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]");
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void aMessageHasFiftyBlocks(int count, boolean taken) {
        assertThat(message(listOf(count, "{\"type\":\"divider\"}")).isEmpty()).isEqualTo(taken);
    }

    @Test
    void aViewHasAHundredBlocks() {
        String home = "{\"type\":\"home\",\"blocks\":%s}";
        assertThat(BlockCheck.ofView(Json.parse(home.formatted(listOf(100, "{\"type\":\"divider\"}"))), "home"))
                .isEmpty();
        assertThat(BlockCheck.ofView(Json.parse(home.formatted(listOf(101, "{\"type\":\"divider\"}"))), "home"))
                .containsExactly("[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]");
    }

    @Test
    void whatSlackDoesNotKnowIsRefusedWhereItStands() {
        assertThat(message("[{\"type\":\"sektion\"}]"))
                .containsExactly("[ERROR] unsupported type: sektion [json-pointer:/blocks/0/type]");
        assertThat(message("[{\"type\":\"divider\",\"color\":\"red\"}]"))
                .containsExactly("[ERROR] invalid additional property: color [json-pointer:/blocks/0]");
        assertThat(message("[{\"type\":\"section\"}]"))
                .containsExactly("[ERROR] missing required field: text [json-pointer:/blocks/0]");
        assertThat(message("[{\"type\":\"actions\",\"elements\":[{\"type\":\"plain_text_input\"}]}]"))
                .containsExactly("[ERROR] unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]");
    }

    @Test
    void buttonsHaveShortWordsAndIdsOfTheirOwn() {
        String actions = "[{\"type\":\"actions\",\"elements\":[%s,%s]}]";
        assertThat(message(actions.formatted(button("a", "Go"), button("b", "x".repeat(75)))))
                .isEmpty();
        assertThat(message(actions.formatted(button("a", "Go"), button("b", "x".repeat(76)))))
                .containsExactly(
                        "[ERROR] must be less than 76 characters" + " [json-pointer:/blocks/0/elements/1/text/text]");
        assertThat(message(actions.formatted(button("a", "Go"), button("a", "Stay"))))
                .containsExactly("[ERROR] `action_id` a already exists [json-pointer:/blocks/0/elements/1/action_id]");
        assertThat(message("[{\"type\":\"divider\",\"block_id\":\"d\"},{\"type\":\"divider\",\"block_id\":\"d\"}]"))
                .containsExactly("[ERROR] `block_id` d already exists [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void aButtonIsPlainTextAndOneStyle() {
        String accessory = """
            [{"type":"section","text":{"type":"mrkdwn","text":"x"},"accessory":{"type":"button",
             "text":{"type":"mrkdwn","text":"Go"},"style":"blue"}}]\
            """;
        assertThat(message(accessory))
                .containsExactlyInAnyOrder(
                        "[ERROR] must be one of [plain_text] [json-pointer:/blocks/0/accessory/text]",
                        "[ERROR] must be a valid enum value [json-pointer:/blocks/0/accessory/style]");
    }

    @Test
    void aModalThatAsksHasATitleAndASubmit() {
        String title = "x".repeat(25);
        String modal = """
            {"type":"modal","title":{"type":"plain_text","text":"%s"},"blocks":[{"type":"input",
             "label":{"type":"plain_text","text":"l"},"element":{"type":"plain_text_input"}}]}\
            """.formatted(title);
        assertThat(BlockCheck.ofView(Json.parse(modal), "modal"))
                .containsExactlyInAnyOrder(
                        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
                        "[ERROR] missing required field: submit [json-pointer:/view]");
        assertThat(BlockCheck.ofView(Json.parse("{\"type\":\"home\"}"), "modal"))
                .containsExactly("[ERROR] must be of type modal [json-pointer:/view/type]");
    }

    @Test
    void aSelectHasOptionsOrGroupsAndAHundredOfThem() {
        String option = "{\"text\":{\"type\":\"plain_text\",\"text\":\"o\"},\"value\":\"v\"}";
        String select = """
            [{"type":"actions","elements":[{"type":"static_select","action_id":"s","options":%s}]}]\
            """;
        assertThat(message(select.formatted(listOf(100, option)))).isEmpty();
        assertThat(message(select.formatted(listOf(101, option))))
                .containsExactly("[ERROR] no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]");
        assertThat(message("[{\"type\":\"actions\",\"elements\":[{\"type\":\"static_select\"}]}]"))
                .containsExactly(
                        "[ERROR] must have either options or option_groups" + " [json-pointer:/blocks/0/elements/0]");
    }
}

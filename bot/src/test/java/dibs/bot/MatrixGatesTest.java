package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Message;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be pressed on Matrix where a gate is shut, by whom, and what comes of it. Ann may open gates. */
final class MatrixGatesTest {
    private final MatrixScene scene =
            new MatrixScene(ConfigLoader.builtin(), made -> Map.of("DIBS_ADMINS", "matrix:@ann:hs.test"));

    @BeforeEach
    void shut() {
        scene.answer("!close dev-signing because its keys leaked");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Message answered(FakePerson person, String line) {
        scene.answer(person, scene.home(), line);
        return scene.messages(person, scene.home()).getLast();
    }

    private String pressed(FakePerson person, Message message, String emoji) {
        int before = scene.said(person, scene.home()).size();
        person.reacts(scene.home(), message.id(), emoji);
        scene.settle();
        var after = scene.said(person, scene.home());
        return String.join("\n", after.subList(before, after.size()));
    }

    private String gate() {
        return scene.answer(scene.bob(), scene.home(), "!who-is-using dev-signing");
    }

    @Test
    void whoIsRefusedWaitsAndWatchesWithAReactionEach() {
        Message refusal = answered(scene.bob(), "!claim dev-signing");
        assertThat(refusal.body())
                .contains("its gate is shut", "⏳ Wait for it: `!wait dev-signing`; 👀 Watch: `!watch dev-signing`.");

        assertThat(pressed(scene.bob(), refusal, "⏳")).contains("You are first in line for dev-signing");
        assertThat(pressed(scene.bob(), refusal, "👀")).contains("You will hear when dev-signing changes hands");
        assertThat(gate()).contains("In line: bob", "dev-signing: closed");
    }

    @Test
    void whoMayOpenItIsOfferedToAndNobodyElsesReactionOpensIt() {
        assertThat(answered(scene.bob(), "!env dev-signing").body()).doesNotContain("Open it");
        Message shown = answered(scene.ann(), "!env dev-signing");
        assertThat(shown.body()).contains("🚪 Open it: `!open dev-signing`.");

        assertThat(pressed(scene.bob(), shown, "🚪")).isEmpty();
        assertThat(gate()).contains("dev-signing: closed");
        assertThat(pressed(scene.ann(), shown, "🚪")).contains("dev-signing is open.");
        assertThat(gate()).doesNotContain("closed");
    }
}

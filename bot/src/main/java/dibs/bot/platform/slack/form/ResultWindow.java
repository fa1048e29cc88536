package dibs.bot.platform.slack.form;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.block.Mrkdwn;
import java.util.List;

/** What stands where a form was, once there is nothing more to fill in. */
public final class ResultWindow {
    private ResultWindow() {}

    /** What came of it. */
    public static View of(Message message, Origin origin) {
        return view(message.blocks(), origin);
    }

    /** While it takes long. */
    public static View patience(Origin origin) {
        return view(
                List.of(SectionBlock.builder()
                        .text(Mrkdwn.verbatim("This takes longer than usual: the answer will stand here."))
                        .build()),
                origin);
    }

    private static View view(List<LayoutBlock> blocks, Origin origin) {
        return View.builder()
                .type("modal")
                .callbackId("window:result")
                .title(Fields.title("Dibs"))
                .close(Fields.close("Close"))
                .privateMetadata(origin.text())
                .blocks(blocks)
                .build();
    }
}

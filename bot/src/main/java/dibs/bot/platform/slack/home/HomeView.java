package dibs.bot.platform.slack.home;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dibs.backend.person.Role;
import dibs.bot.command.Overview;
import dibs.bot.command.Overview.Entry;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Limits;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.SafetyForm;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import java.util.ArrayList;
import java.util.List;

/** An overview as a home tab, never over a limit of Slack's. */
final class HomeView {
    private static final int MOST_NEWS = 6;

    /** Of the sections that lines without buttons are packed into. */
    private static final int MOST_PACKED = 4;

    private final Reader reader;
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final List<Line> packed = new ArrayList<>();

    private HomeView(Reader reader) {
        this.reader = reader;
    }

    /**
     * The tab.
     *
     * @param news what stands on top: what came of a press
     */
    static View of(Overview overview, List<LayoutBlock> news) {
        HomeView view = new HomeView(overview.reader());
        view.news(news);
        view.blocks.add(openers(overview.role()));
        overview.parts().forEach(view::part);
        int most = Limits.VIEW_BLOCKS.most();
        return View.builder()
                .type("home")
                .blocks(view.blocks.size() > most ? view.blocks.subList(0, most) : view.blocks)
                .build();
    }

    private void news(List<LayoutBlock> news) {
        if (!news.isEmpty()) {
            blocks.addAll(news.subList(0, Math.min(MOST_NEWS, news.size())));
            blocks.add(DividerBlock.builder().build());
        }
    }

    /** Guests see no button for what they may not do. */
    private static LayoutBlock openers(Role role) {
        List<BlockElement> buttons = new ArrayList<>();
        if (role.includes(Role.CLAIM)) {
            buttons.add(button("Claim…", ClaimForm.OPEN));
        }
        buttons.add(button("Is it safe?…", SafetyForm.OPEN));
        return ActionsBlock.builder().elements(buttons).build();
    }

    private static ButtonElement button(String label, String id) {
        return ButtonElement.builder().text(BlockKit.plain(label)).actionId(id).build();
    }

    private void part(Overview.Part part) {
        blocks.add(HeaderBlock.builder().text(BlockKit.plain(part.title())).build());
        part.entries().forEach(this::entry);
        flush();
    }

    private void entry(Entry entry) {
        packed.add(entry.line());
        if (!entry.actions().isEmpty()) {
            flush();
            blocks.addAll(BlockKit.rows(entry.actions()));
        }
    }

    private void flush() {
        if (!packed.isEmpty()) {
            List<Block> lines = packed.stream().map(Block::say).toList();
            blocks.addAll(BlockKit.sections(lines, reader, MOST_PACKED));
            packed.clear();
        }
    }
}

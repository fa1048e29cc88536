package planted.dibs.bot.platform.console;

import java.util.UUID;
import java.util.function.Supplier;

public record ConsoleThatRollsDice() {
    public Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}

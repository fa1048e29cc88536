package dibs.bot.platform.matrix.unasked;

import dibs.bot.platform.PlatformContract;
import dibs.bot.platform.PlatformKit;

/** The contract kit on Matrix, with a homeserver in memory. */
final class MatrixContractTest extends PlatformContract {
    @Override
    protected PlatformKit platform() {
        return new MatrixKit();
    }
}

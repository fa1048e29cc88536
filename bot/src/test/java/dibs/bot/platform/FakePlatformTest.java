package dibs.bot.platform;

/** The contract kit on a platform in memory. */
final class FakePlatformTest extends PlatformContract {
    @Override
    protected PlatformKit platform() {
        return new FakePlatform("fake");
    }
}

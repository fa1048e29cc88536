package dibs.bot.platform.matrix;

import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.hear.SyncLoop;
import dibs.bot.platform.matrix.send.SendQueue;
import dibs.bot.platform.matrix.unasked.MatrixMessenger;
import dibs.bot.platform.matrix.unasked.MatrixPosts;

/** What there is once Dibs is signed in, as that user. */
record Session(UserId user, SyncLoop loop, SendQueue queue, MatrixMessenger messenger, MatrixPosts posts) {}

package org.maptck.adapters.linux;

import java.util.concurrent.CountDownLatch;

/// Where several callers wait for one another, so that they begin at the same moment. Who sleeps is
/// woken late, so each looks out for a while before, if there is a CPU for everyone.
final class Start {
    private static final int LOOKS = 5_000;

    private final CountDownLatch missing;
    private final int looks;

    Start(int callers) {
        missing = new CountDownLatch(callers);
        looks = callers <= Runtime.getRuntime().availableProcessors() ? LOOKS : 0;
    }

    /// Comes, and waits for those who are missing.
    void await() {
        missing.countDown();
        for (int look = 0; look < looks && missing.getCount() > 0; look++) {
            Thread.onSpinWait();
        }
        try {
            missing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("race interrupted before its start", stopped);
        }
    }

    /// Lets nobody wait for one caller, whether it came or not.
    void forgo() {
        missing.countDown();
    }
}

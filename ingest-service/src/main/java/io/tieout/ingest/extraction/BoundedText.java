package io.tieout.ingest.extraction;

import java.io.IOException;
import java.io.Writer;

/// Takes text until it is full.
final class BoundedText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int lengthMax;

    BoundedText(int lengthMax) {
        this.lengthMax = lengthMax;
    }

    /// Nothing more is needed.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] chars, int from, int length) throws Full {
        int some = Math.min(length, lengthMax - text.length());
        text.append(chars, from, some);
        if (text.length() >= lengthMax) {
            throw new Full();
        }
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

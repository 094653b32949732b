package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import java.util.List;

/// Send a plain-text mail; its Message-ID is fixed by proposal, revision and effect, so that a
/// repeat is recognised.
public record SendMail(
        EffectId effectId,
        List<EffectId> after,
        String to,
        List<TextPart> subject,
        List<TextPart> body)
        implements Effect {
    public SendMail {
        after = List.copyOf(after);
        subject = List.copyOf(subject);
        body = List.copyOf(body);
    }

    @Override
    public String target() {
        return "mailbox:" + to;
    }

    @Override
    public boolean advisory() {
        return true;
    }
}

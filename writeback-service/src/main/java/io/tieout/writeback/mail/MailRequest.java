package io.tieout.writeback.mail;

import io.tieout.kit.json.WireJson;
import io.tieout.model.effect.SendMail;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Texts;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import java.util.List;

/// A mail as it will be sent, however often. Pure.
record MailRequest(String messageId, String to, String subject, String text) {
    static Call of(ReleasedEffect released, SendMail mail) {
        MailRequest request =
                new MailRequest(
                        "<" + released.key() + "@tieout>",
                        mail.to(),
                        oneLine(Texts.of(mail.subject())),
                        Texts.of(mail.body()));
        return new Call(
                IntentKind.MAIL,
                WireJson.text(request),
                request.messageId(),
                null,
                List.of(new IntentItem(0, released.number(), IntentItem.WHOLE, null)));
    }

    /// A line break in a subject would begin another header.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}

package io.tieout.connectors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import io.tieout.connectors.TestConfig;
import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.token.Authorizations.Begun;
import io.tieout.connectors.token.Authorizations.Ended;
import io.tieout.model.id.ConnectionId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class AuthorizationsTest {
    private static final String BACK = "http://localhost:8419/callback";
    private static final ConnectionId CONNECTION = new ConnectionId("quickbooks:4711");

    private final ConnectorsConfig config =
            TestConfig.of(Map.of("tieout.connectors.quickbooks.client-id", "our-app"));
    private final DataSource dataSource = TestDatabase.as(TestDatabase.INGEST);
    private final TokenStore store =
            new TokenStore(dataSource, new TokenCipher(TestConfig.TOKEN_KEY));
    private final RecordingIssuer issuer = new RecordingIssuer();
    private final Clock clock = Clock.system(ZoneOffset.UTC);
    private final Authorizations authorizations = at(clock);

    @Test
    void the_browser_is_sent_to_the_vendor_with_everything_it_wants() {
        Begun begun = authorizations.begin(Vendor.QUICKBOOKS, BACK);

        assertThat(begun.address().toString())
                .startsWith("https://appcenter.intuit.com/connect/oauth2?client_id=our-app")
                .contains("response_type=code")
                .contains("scope=com.intuit.quickbooks.accounting")
                .contains("redirect_uri=http")
                .contains("state=" + begun.state());
        assertThat(begun.state()).hasSizeGreaterThan(40);
    }

    @Test
    void what_comes_back_with_the_state_becomes_stored_tokens_once() {
        Begun begun = authorizations.begin(Vendor.QUICKBOOKS, BACK);

        Ended ended = authorizations.finish(begun.state(), "code-1", "4711", null);
        Ended again = authorizations.finish(begun.state(), "code-1", "4711", null);

        assertThat(ended)
                .isEqualTo(
                        new Ended.Connected(
                                CONNECTION, Vendor.QUICKBOOKS, "com.intuit.quickbooks.accounting"));
        assertThat(again).isInstanceOf(Ended.Refused.class);
        assertThat(issuer.redirect).isEqualTo(BACK);
        assertThat(store.find(CONNECTION).orElseThrow().refresh())
                .isEqualTo(new Secret("refresh-of-code-1"));
    }

    @Test
    void what_proved_to_be_missing_is_not_granted_any_more() {
        Begun begun = authorizations.begin(Vendor.SMARTSHEET, BACK);
        Ended ended = authorizations.finish(begun.state(), "code-2", null, null);
        ConnectionId account = config.smartsheet().connection();

        tokens(clock).granted(account, "READ_SHEETS WRITE_SHEETS READ_USERS");

        assertThat(ended)
                .isEqualTo(
                        new Ended.Connected(
                                account,
                                Vendor.SMARTSHEET,
                                "READ_SHEETS WRITE_SHEETS ADMIN_WEBHOOKS READ_USERS"));
        assertThat(store.find(account).orElseThrow().scopes())
                .isEqualTo("READ_SHEETS WRITE_SHEETS READ_USERS");
    }

    @Test
    void a_foreign_state_connects_nothing() {
        assertThat(authorizations.finish("made up", "code", "4711", null))
                .isInstanceOf(Ended.Refused.class);
    }

    @Test
    void a_sign_in_is_over_after_ten_minutes() {
        Begun begun =
                at(Clock.offset(clock, Duration.ofMinutes(-11))).begin(Vendor.QUICKBOOKS, BACK);

        assertThat(authorizations.finish(begun.state(), "code", "4711", null))
                .isInstanceOf(Ended.Refused.class);
    }

    @Test
    void a_person_who_declines_is_told_so() {
        Begun begun = authorizations.begin(Vendor.QUICKBOOKS, BACK);

        assertThat(authorizations.finish(begun.state(), null, null, "access_denied"))
                .isEqualTo(new Ended.Refused("The sign-in was not completed: access_denied."));
    }

    @Test
    void a_code_that_the_vendor_refuses_connects_nothing() {
        issuer.answer = new RefreshAnswer.Rejected(400, "invalid_grant");
        Begun begun = authorizations.begin(Vendor.QUICKBOOKS, BACK);

        assertThat(authorizations.finish(begun.state(), "code", "4711", null))
                .isEqualTo(new Ended.Refused("The vendor refused the code: invalid_grant."));
    }

    @Test
    void a_browser_is_never_sent_elsewhere_without_https() {
        assertThatThrownBy(() -> authorizations.begin(Vendor.QUICKBOOKS, "http://evil.example/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evil.example");
        assertThat(authorizations.begin(Vendor.SMARTSHEET, "https://tieout.example/back").address())
                .hasHost("app.smartsheet.com");
    }

    private Authorizations at(Clock clock) {
        TestDatabase.migrated();
        return new Authorizations(
                new PendingAuthorizations(dataSource), issuer, tokens(clock), config, clock);
    }

    private Tokens tokens(Clock clock) {
        return new Tokens(store, issuer, _ -> {}, config, clock);
    }

    private static final class RecordingIssuer implements TokenIssuer {
        private String redirect = "";
        private RefreshAnswer answer = new RefreshAnswer.Unclear("not scripted");

        @Override
        public RefreshAnswer refresh(Vendor vendor, Secret refreshToken) {
            return answer;
        }

        @Override
        public RefreshAnswer exchange(Vendor vendor, Secret code, String redirectUri) {
            redirect = redirectUri;
            return answer instanceof RefreshAnswer.Unclear
                    ? new RefreshAnswer.Renewed(
                            new Secret("access-of-" + code.value()),
                            new Secret("refresh-of-" + code.value()),
                            Duration.ofHours(1),
                            Duration.ofDays(101),
                            Duration.ofDays(1825))
                    : answer;
        }
    }
}

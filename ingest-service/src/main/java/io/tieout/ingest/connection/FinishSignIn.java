package io.tieout.ingest.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.token.Authorizations;
import io.tieout.connectors.token.Authorizations.Ended;
import io.tieout.connectors.token.Tokens;
import io.tieout.ingest.books.ConnectBooks;
import io.tieout.ingest.hydration.ConnectSheets;
import io.tieout.kit.event.Connections;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Stores what a person agreed to, tries it out, and has the company followed. Tokens that do not
/// open what they should are worse than none: the connection then says what it lacks.
@ApplicationScoped
class FinishSignIn {
    private final Authorizations authorizations;
    private final Tokens tokens;
    private final QuickBooks quickBooks;
    private final ConnectBooks connectBooks;
    private final TrySheets trySheets;
    private final ConnectSheets connectSheets;

    FinishSignIn(
            Authorizations authorizations,
            Tokens tokens,
            QuickBooks quickBooks,
            ConnectBooks connectBooks,
            TrySheets trySheets,
            ConnectSheets connectSheets) {
        this.authorizations = authorizations;
        this.tokens = tokens;
        this.quickBooks = quickBooks;
        this.connectBooks = connectBooks;
        this.trySheets = trySheets;
        this.connectSheets = connectSheets;
    }

    /// How it ended, for the person: what is connected now, or why it is not.
    ///
    /// @param company the name of the company (QuickBooks), or who signed in (Smartsheet)
    /// @param advice what else the person should see to, though it is connected
    record SignedIn(
            boolean connected,
            @Nullable String connection,
            @Nullable String company,
            @Nullable String scopes,
            @Nullable String why,
            @Nullable String advice) {
        static SignedIn not(String why) {
            return new SignedIn(false, null, null, null, why, null);
        }
    }

    SignedIn handle(
            String state, @Nullable String code, @Nullable String realm, @Nullable String error) {
        return switch (authorizations.finish(state, code, realm, error)) {
            case Ended.Refused(String why) -> SignedIn.not(why);
            case Ended.Connected(ConnectionId connection, Vendor vendor, String scopes) ->
                    switch (vendor) {
                        case QUICKBOOKS -> tryBooks(connection, scopes);
                        case SMARTSHEET -> trySheets(connection, scopes);
                    };
        };
    }

    private SignedIn tryBooks(ConnectionId connection, String scopes) {
        RealmId realm = Connections.realm(connection).orElseThrow();
        try {
            ObjectNode company = quickBooks.companyInfo(realm);
            connectBooks.follow(realm);
            return new SignedIn(
                    true,
                    connection.value(),
                    company.path("CompanyName").asText(realm.value()),
                    scopes,
                    null,
                    null);
        } catch (VendorException e) {
            String why = "the books cannot be opened with it: " + e.fault().trace().message();
            tokens.unusable(connection, why);
            return SignedIn.not(
                    "Signed in, but "
                            + why
                            + ". The app needs the scope "
                            + scopes
                            + "; sign in again as an administrator of the company.");
        }
    }

    /// Smartsheet tells nobody what it granted. What can be tried is; without leave to read sheets
    /// the tokens are of no use.
    private SignedIn trySheets(ConnectionId connection, String scopes) {
        SheetsTrial trial = trySheets.handle(scopes);
        tokens.granted(connection, trial.granted());
        String why = trial.why();
        if (!trial.usable()) {
            tokens.unusable(connection, "the sheets cannot be read with it");
        } else {
            connectSheets.again();
        }
        return why == null
                ? new SignedIn(
                        true,
                        connection.value(),
                        trial.account(),
                        trial.granted(),
                        null,
                        trial.advice())
                : SignedIn.not("Signed in, but " + why);
    }
}

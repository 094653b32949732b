package io.tieout.twin.quickbooks.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private final Realm realm = new Realm("1");

    @BeforeEach
    void books() {
        put("Customer", "{'Id':'1','DisplayName':'Acme','Active':true}");
        put("Customer", "{'Id':'2','DisplayName':'O\\u0027Hara','Active':true}");
        put("Customer", "{'Id':'10','DisplayName':'Old','Active':false}");
        put(
                "Invoice",
                "{'Id':'5','TxnDate':'2026-11-01','TotalAmt':90.5,'CustomerRef':{'value':'1'},'MetaData':{'LastUpdatedTime':'2026-11-01T08:00:00-08:00'}}");
        put(
                "Invoice",
                "{'Id':'6','TxnDate':'2026-11-02','TotalAmt':1000,'CustomerRef':{'value':'2'},'MetaData':{'LastUpdatedTime':'2026-11-02T08:00:00-08:00'}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "select * from Customer|2",
                "select * from Customer where Active IN (true,false)|3",
                "select * from Customer where Active = false|1",
                "select * from Customer where DisplayName = 'acme'|1",
                "select * from Customer where DisplayName = 'O\\'Hara'|1",
                "select * from Customer where DisplayName like 'A%'|1",
                "SELECT * FROM Invoice WHERE CustomerRef = '1' AND TxnDate >= '2026-11-01' AND TotalAmt = '90.50'|1",
                "select * from Invoice where TotalAmt > '100' orderby TxnDate desc|1",
                "select * from Invoice where MetaData.LastUpdatedTime > '2026-11-01T16:00:00Z'|1",
                "select * from Invoice where Id in ('5','6','7') ORDER BY Id STARTPOSITION 2 MAXRESULTS 5|1"
            })
    void answers_what_the_grammar_allows(String statement, int hits) {
        var response = new QueryRun(realm).answer(QueryParser.parse(statement));
        assertThat(response.path("maxResults").asInt()).isEqualTo(hits);
    }

    @Test
    void counts_and_leaves_the_array_out_when_there_is_nothing() {
        assertThat(run("select count(*) from Invoice").path("totalCount").asInt()).isEqualTo(2);
        assertThat(run("select * from Bill")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "4000|select * from Invoice where Id = '1' or Id = '2'",
                "4000|select * from Invoice where (Id = '1')",
                "4000|select Id from Invoice",
                "4000|select * from Invoice where Id != '1'",
                "4000|select * from Customer where DisplayName = Acme",
                "4000|select * from Invoice, Bill",
                "4001|select * from invoice",
                "4001|select * from Invoice where PrivateNote = 'x'",
                "4001|select * from Invoice STARTPOSITION 0",
                "4001|select * from Invoice MAXRESULTS 1001"
            })
    void refuses_what_it_lacks(String code, String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private ObjectNode run(String statement) {
        return new QueryRun(realm).answer(QueryParser.parse(statement));
    }

    private void put(String entity, String body) {
        realm.put(entity, (ObjectNode) Json.parse(body.replace('\'', '"')));
    }
}

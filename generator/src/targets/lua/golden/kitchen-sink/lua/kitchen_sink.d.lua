---@meta
-- Generated from kitchen-sink/kitchen-sink/integration.yaml by "pnpm generate". Do not edit.
-- luacheck: no max line length

--- How much of something.
---@class kitchen_sink.Amount
--- The number.
---@field value number
--- The unit; pieces when absent.
---@field unit? "g"|"ml"|"piece"

--- One thing in the kitchen.
---@class kitchen_sink.Item
--- Id of the item.
---@field id string
--- Name of the item.
---@field name string
--- What it is.
---@field kind? "food"|"tool"
---@field amount? kitchen_sink.Amount
--- Words for it, such as `sharp | hot`.
---@field tags? string[]
--- Labels by name.
---@field labels? table<string, string>
--- Date; null when it keeps.
---@field best_before? string
--- Never shown.
---@field secret? string
---@field [string] any

--- A shelf, and what stands on it.
---@class kitchen_sink.Shelf
--- What is written on it.
---@field label string
--- Smaller shelves on it.
---@field shelves kitchen_sink.Shelf[]
--- The item at the top.
---@field top? kitchen_sink.Item
---@field [string] any

---@class kitchen_sink.create_item.args
--- Name of the item.
---@field name string
--- What it is.
---@field kind "food"|"tool"
--- Key of the call.
---@field key? string
--- How much of it.
---@field amount? kitchen_sink.create_item.args.amount
--- Words for it.
---@field tags? string[]
--- Number of a shelf, its label, or a box.
---@field place? integer|string|kitchen_sink.create_item.args.place
--- Labels by name.
---@field labels? table<string, string>
--- Price; null when it has none.
---@field price? number
--- Whether it has just been bought.
---@field fresh? boolean

--- How much of it.
---@class kitchen_sink.create_item.args.amount
--- The number.
---@field value number
--- The unit; pieces when absent.
---@field unit? "g"|"ml"|"piece"

---@class kitchen_sink.create_item.args.place
--- Number of the box.
---@field box integer
--- Layers.
---@field layers? number[]

---@class kitchen_sink.delete_item.args
--- Id of the item.
---@field id string
--- Whether an item in use is deleted too.
---@field force? boolean

---@class kitchen_sink.get_item.args
--- Id of the item.
---@field id string
--- What it is.
---@field kind? "food"|"tool"
--- Language of the names; `nl` is the only other one. `dutch` is also accepted for `nl`, `nl-NL` for
--- `nl`.
---@field language? "nl"|"dutch"|"nl-NL"
--- Id that the service writes to its log. `0` is also accepted for `none`, `-` for `none`, `A` for
--- `alpha`, `B` for `beta`.
---@field trace? string

---@class kitchen_sink.get_receipt.result
--- Number of the receipt.
---@field number string
--- What was paid.
---@field total number
--- Who is thanked.
---@field thanks? string
---@field [string] any

---@class kitchen_sink.get_recipe.args
--- Name of the recipe.
---@field name string

---@class kitchen_sink.get_report.args
--- Most needs to tell.
---@field limit? integer

---@class kitchen_sink.get_report.result
--- Name of the kitchen; null when there is none.
---@field kitchen? string
--- What it needs.
---@field needs string[]
--- The weather; null when nobody knows.
---@field weather? string
--- Most needs that were asked for.
---@field limit integer
---@field [string] any

---@class kitchen_sink.get_shelf.args
--- What is written on it.
---@field label string

---@class kitchen_sink.has_item.args
--- Id of the item.
---@field id string

---@class kitchen_sink.has_item.result
--- Whether it exists.
---@field exists boolean
--- Its version; null when there is no such item.
---@field version? string
---@field [string] any

---@class kitchen_sink.invite_guest.args
--- Id of the guest.
---@field id? string
--- Name of the account.
---@field account? string

---@class kitchen_sink.invite_guest.result
--- Address of the tenant.
---@field tenant string
--- Last day of the key; null when it has none.
---@field ["until"]? string
--- Name of the account that was stored.
---@field account string
---@field [string] any

---@class kitchen_sink.list_events.args
--- Events to skip.
---@field offset? integer

---@class kitchen_sink.list_events.result
--- When it happened.
---@field at string
--- What happened.
---@field what string
---@field [string] any

---@class kitchen_sink.list_items.args
--- Page to read.
---@field page? integer
--- Items on a page.
---@field limit? integer
--- Only this kind. `edible` is also accepted for `food`, `utensil` for `tool`.
---@field kind? "food"|"tool"|"edible"|"utensil"
--- Only items with all of these tags. `keen` is also accepted for `sharp`.
---@field tags? string[]

---@class kitchen_sink.list_items.result
--- Items of this page.
---@field items kitchen_sink.Item[]
--- Number of the next page; null on the last.
---@field next_page? integer
---@field [string] any

---@class kitchen_sink.replace_item.args
--- Id of the item.
---@field id string
--- New name.
---@field name string
--- Number of the shelf.
---@field shelf? integer
--- A word for it.
---@field tag? string

---@class kitchen_sink.run_command.args
--- Minutes to wait.
---@field minutes integer
--- Name of the timer.
---@field name? string
--- When it starts.
---@field at? string
--- Time zone of the start.
---@field zone? string

---@class kitchen_sink.run_command.result
--- Minutes to wait.
---@field minutes integer
--- Name of the timer; null when it has none.
---@field name? string
--- OK.
---@field result string
--- Whose timer it is.
---@field owner string
---@field [string] any

---@class kitchen_sink.search_items.args
--- Words to look for.
---@field words string[]
--- Items to ask for at once.
---@field first? integer

---@class kitchen_sink.search_items.result
--- How many were found.
---@field count integer
--- Their names.
---@field names string[]
--- The words that were looked for.
---@field words string[]
---@field [string] any

---@class kitchen_sink.update_item.args
--- Id of the item.
---@field item_id string
--- New name.
---@field display_name? string
--- Whether the cook is told.
---@field notify? boolean
--- Why; part of the result only.
---@field reason? string

---@class kitchen_sink.update_item.result
--- Id of the item.
---@field id string
--- Its name now.
---@field name? string
--- Why it was changed.
---@field reason string
---@field [string] any

---@class kitchen_sink.list_events.pages
---@overload fun(args?: kitchen_sink.list_events.args): kitchen_sink.list_events.result[]
--- Returns the items of all pages, one at a time.
---@field each fun(args?: kitchen_sink.list_events.args): fun(): any

---@class kitchen_sink.list_items.pages
---@overload fun(args?: kitchen_sink.list_items.args): kitchen_sink.list_items.result
--- Returns the items of all pages, one at a time.
---@field each fun(args?: kitchen_sink.list_items.args): fun(): kitchen_sink.Item

---@class kitchen_sink.list_links.pages
---@overload fun(args?: kitchen_sink.list_links.args): string[]
--- Returns the items of all pages, one at a time.
---@field each fun(args?: kitchen_sink.list_links.args): fun(): any

---@class kitchen_sink.functions
--- Count the items of the kitchen.
---@field count_items fun(): integer
---@field kitchen_sink_count_items fun(): integer
--- Put an item into the kitchen. Repeating the call with the same key does not make a second one.
---@field create_item fun(args: kitchen_sink.create_item.args): kitchen_sink.Item
---@field kitchen_sink_create_item fun(args: kitchen_sink.create_item.args): kitchen_sink.Item
--- Take an item out of the kitchen for good.
---@field delete_item fun(args: kitchen_sink.delete_item.args): nil
---@field kitchen_sink_delete_item fun(args: kitchen_sink.delete_item.args): nil
--- Read one item.
---@field get_item fun(args: kitchen_sink.get_item.args): kitchen_sink.Item
---@field kitchen_sink_get_item fun(args: kitchen_sink.get_item.args): kitchen_sink.Item
--- Read the last receipt, which the service prints as text.
---@field get_receipt fun(): kitchen_sink.get_receipt.result
---@field kitchen_sink_get_receipt fun(): kitchen_sink.get_receipt.result
--- Read a recipe as Markdown.
---@field get_recipe fun(args: kitchen_sink.get_recipe.args): string
---@field kitchen_sink_get_recipe fun(args: kitchen_sink.get_recipe.args): string
--- Tell what the first kitchen of the account needs. Asks two APIs, and the second one only when there
--- is a kitchen.
---@field get_report fun(args?: kitchen_sink.get_report.args): kitchen_sink.get_report.result
---@field kitchen_sink_get_report fun(args?: kitchen_sink.get_report.args): kitchen_sink.get_report.result
--- Read a shelf with all the shelves on it.
---@field get_shelf fun(args: kitchen_sink.get_shelf.args): kitchen_sink.Shelf
---@field kitchen_sink_get_shelf fun(args: kitchen_sink.get_shelf.args): kitchen_sink.Shelf
--- Tell whether an item exists, without reading it. A deleted item does not exist.
---@field has_item fun(args: kitchen_sink.has_item.args): kitchen_sink.has_item.result
---@field kitchen_sink_has_item fun(args: kitchen_sink.has_item.args): kitchen_sink.has_item.result
--- Make a key for a guest, and keep it as an account. The same id gives the same key again.
---@field invite_guest fun(args?: kitchen_sink.invite_guest.args): kitchen_sink.invite_guest.result
---@field kitchen_sink_invite_guest fun(args?: kitchen_sink.invite_guest.args): kitchen_sink.invite_guest.result
--- List what happened in the kitchen. The position is an offset that the service does not repeat.
---@field list_events kitchen_sink.list_events.pages
---@field kitchen_sink_list_events kitchen_sink.list_events.pages
--- List the items of the kitchen, a page at a time.
---@field list_items kitchen_sink.list_items.pages
---@field kitchen_sink_list_items kitchen_sink.list_items.pages
--- List shops that deliver. Pages are told by Link headers.
---@field list_links kitchen_sink.list_links.pages
---@field kitchen_sink_list_links kitchen_sink.list_links.pages
--- Tell whether the service answers. Takes no arguments and no credentials.
---@field ping fun(): boolean
---@field kitchen_sink_ping fun(): boolean
--- Replace an item by another one, whole.
---@field replace_item fun(args: kitchen_sink.replace_item.args): kitchen_sink.Item
---@field kitchen_sink_replace_item fun(args: kitchen_sink.replace_item.args): kitchen_sink.Item
--- Set a timer with one command, a list of words.
---@field run_command fun(args: kitchen_sink.run_command.args): kitchen_sink.run_command.result
---@field kitchen_sink_run_command fun(args: kitchen_sink.run_command.args): kitchen_sink.run_command.result
--- Find items by words in their names, without repeats. Walks all pages, up to 500 items.
---@field search_items fun(args: kitchen_sink.search_items.args): kitchen_sink.search_items.result
---@field kitchen_sink_search_items fun(args: kitchen_sink.search_items.args): kitchen_sink.search_items.result
--- Change some fields of an item.
---@field update_item fun(args: kitchen_sink.update_item.args): kitchen_sink.update_item.result
---@field kitchen_sink_update_item fun(args: kitchen_sink.update_item.args): kitchen_sink.update_item.result

---@class kitchen_sink: kitchen_sink.functions
---@field default kitchen_sink.functions
--- Named accounts.
---@field [string] kitchen_sink.functions

---@class app.integrations
---@field kitchen_sink kitchen_sink

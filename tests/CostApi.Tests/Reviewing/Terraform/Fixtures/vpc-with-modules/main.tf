module "vpc" {
  source  = "./modules/vpc"
  name    = "shop"
  azs     = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  public  = ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]
  private = ["10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24"]
}

module "endpoints" {
  source     = "./modules/endpoints"
  region     = var.region
  vpc_id     = module.vpc.vpc_id
  subnet_ids = module.vpc.private_subnets
  endpoints = {
    s3      = { service = "s3", service_type = "Gateway", route_table_ids = module.vpc.private_route_table_ids }
    ecr_api = { service = "ecr.api", private_dns_enabled = true }
    ecr_dkr = { service = "ecr.dkr", private_dns_enabled = true }
    sqs     = { service = "sqs" }
  }
}
